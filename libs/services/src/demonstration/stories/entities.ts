import type { Story } from '../story.js';

const registered = -370;

const entity = (
  id: string,
  ar: string,
  en: string,
  jurisdiction: 'EG' | 'AE',
  more: Record<string, string> = {},
): Story => ({
  stream: `entities/${id}`,
  calendar: 'EG',
  lines: [[registered, 'demonstration', 'RegisterEntity', { name: { ar, en }, jurisdiction, ...more }]],
});

/** The bodies of the programme: Egypt's, then those of the United Arab Emirates. */
export const entities: readonly Story[] = [
  entity('planning', 'وزارة التخطيط والتنمية الاقتصادية', 'Ministry of Planning and Economic Development', 'EG'),
  entity('transport', 'وزارة النقل', 'Ministry of Transport', 'EG'),
  entity(
    'communications',
    'وزارة الاتصالات وتكنولوجيا المعلومات',
    'Ministry of Communications and Information Technology',
    'EG',
  ),
  entity('health', 'وزارة الصحة والسكان', 'Ministry of Health and Population', 'EG'),
  entity('education', 'وزارة التربية والتعليم والتعليم الفني', 'Ministry of Education and Technical Education', 'EG'),
  entity(
    'housing',
    'وزارة الإسكان والمرافق والمجتمعات العمرانية',
    'Ministry of Housing, Utilities and Urban Communities',
    'EG',
  ),
  entity('finance', 'وزارة المالية', 'Ministry of Finance', 'EG'),
  entity('justice', 'وزارة العدل', 'Ministry of Justice', 'EG'),
  entity('agriculture', 'وزارة الزراعة واستصلاح الأراضي', 'Ministry of Agriculture and Land Reclamation', 'EG'),
  entity('labour', 'وزارة العمل', 'Ministry of Labour', 'EG'),
  entity('social-solidarity', 'وزارة التضامن الاجتماعي', 'Ministry of Social Solidarity', 'EG'),
  entity('electricity', 'وزارة الكهرباء والطاقة المتجددة', 'Ministry of Electricity and Renewable Energy', 'EG'),
  entity('local-development', 'وزارة التنمية المحلية', 'Ministry of Local Development', 'EG'),
  entity('environment', 'جهاز شؤون البيئة', 'Environmental Affairs Agency', 'EG'),
  entity(
    'investment',
    'الهيئة العامة للاستثمار والمناطق الحرة',
    'General Authority for Investment and Free Zones',
    'EG',
  ),
  entity('procurement', 'الهيئة العامة للخدمات الحكومية', 'General Authority for Government Services', 'EG', {
    parent: 'finance',
  }),
  entity('customs', 'مصلحة الجمارك المصرية', 'Egyptian Customs Authority', 'EG', { parent: 'finance' }),
  entity('land-registry', 'مصلحة الشهر العقاري والتوثيق', 'Real Estate Registration and Notarisation Authority', 'EG', {
    parent: 'justice',
  }),
  entity('giza', 'محافظة الجيزة', 'Giza Governorate', 'EG', { parent: 'local-development' }),
  entity('aswan', 'محافظة أسوان', 'Aswan Governorate', 'EG', { parent: 'local-development' }),
  entity(
    'ae-digital',
    'هيئة تنظيم الاتصالات والحكومة الرقمية',
    'Telecommunications and Digital Government Regulatory Authority',
    'AE',
  ),
  entity('ae-energy', 'وزارة الطاقة والبنية التحتية', 'Ministry of Energy and Infrastructure', 'AE'),
  entity('ae-mohre', 'وزارة الموارد البشرية والتوطين', 'Ministry of Human Resources and Emiratisation', 'AE'),
  entity('ae-economy', 'وزارة الاقتصاد', 'Ministry of Economy', 'AE'),
  entity('ae-health', 'وزارة الصحة ووقاية المجتمع', 'Ministry of Health and Prevention', 'AE'),
  entity('ae-finance', 'وزارة المالية (الإمارات)', 'Ministry of Finance (UAE)', 'AE'),
  entity('ae-climate', 'وزارة التغير المناخي والبيئة', 'Ministry of Climate Change and Environment', 'AE'),
];
