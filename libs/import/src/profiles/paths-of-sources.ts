import type { Bilingual, LawPath, LawStage } from '@masar/contracts';

const stage = (id: string, ar: string, en: string, next: string[], more: Partial<LawStage> = {}): LawStage => ({
  stage: id,
  name: { ar, en } satisfies Bilingual,
  party: 'legislature',
  next,
  ...more,
});
const anyChamber = (chamber: string): string[] => [
  `${chamber}-committee`,
  `${chamber}-calendar`,
  `${chamber}-floor`,
  `${chamber}-passed`,
];
const both = [...anyChamber('house'), ...anyChamber('senate')];

/** The way of a bill through the Congress of the United States, as its own record tells it. Not confirmed by a lawyer. */
export const congressPath: LawPath = {
  jurisdiction: 'US',
  instrument: 'bill',
  version: 1,
  name: { ar: 'مشروع قانون في الكونغرس الأمريكي', en: 'Bill of the Congress of the United States' },
  source: 'BILLSTATUS of the Government Publishing Office; Constitution of the United States, Art. I §7',
  first: ['introduced'],
  stages: [
    stage('introduced', 'التقديم', 'Introduced', both),
    stage('house-committee', 'لجنة مجلس النواب', 'House committee', both),
    stage('house-calendar', 'جدول أعمال مجلس النواب', 'House calendar', both),
    stage('house-floor', 'مناقشة مجلس النواب', 'House floor', [...both, 'conference']),
    stage('house-passed', 'إقرار مجلس النواب', 'Passed House', [...both, 'conference', 'presented']),
    stage('senate-committee', 'لجنة مجلس الشيوخ', 'Senate committee', both),
    stage('senate-calendar', 'جدول أعمال مجلس الشيوخ', 'Senate calendar', both),
    stage('senate-floor', 'مناقشة مجلس الشيوخ', 'Senate floor', [...both, 'conference']),
    stage('senate-passed', 'إقرار مجلس الشيوخ', 'Passed Senate', [...both, 'conference', 'presented']),
    stage('conference', 'التوفيق بين المجلسين', 'Conference', [...both, 'presented']),
    stage('presented', 'العرض على الرئيس', 'Presented to the President', ['became-law', 'vetoed'], {
      party: 'head-of-state',
      clock: { days: 10, article: 'Art. I §7 (Sundays excepted)' },
      unconfirmed: true,
    }),
    stage('vetoed', 'الإعادة باعتراض الرئيس', 'Vetoed', [...both, 'became-law']),
    stage('became-law', 'صدور القانون', 'Became law', [], { party: 'owner', inForce: true }),
  ],
  outcomes: ['in-force', 'rejected', 'withdrawn', 'lapsed', 'merged', 'split'],
  sovereign: ['legislature', 'head-of-state', 'judiciary'],
  recesses: [],
};

const reviews = ['revisao-1-comissoes', 'revisao-1-plenario', 'revisao-2-comissoes', 'revisao-2-plenario'];

/** The phases of a Brazilian bill and of a provisional measure (MPV), as parlametria tells them. Not confirmed by a lawyer. */
export const brazilPath: LawPath = {
  jurisdiction: 'BR',
  instrument: 'proposicao',
  version: 1,
  name: { ar: 'مقترح تشريعي في الكونغرس الوطني البرازيلي', en: 'Proposição of the National Congress of Brazil' },
  source: 'parlametria leggo: progressos',
  first: ['pre-construcao', 'construcao-comissoes', 'revisao-1-comissoes', 'comissao-mista'],
  stages: [
    stage('pre-construcao', 'ما قبل الإعداد', 'Pré-Construção', ['construcao-comissoes']),
    stage('construcao-comissoes', 'الإعداد: اللجان', 'Construção: Comissões', [
      'construcao-plenario',
      'fase-encerrada',
    ]),
    stage('construcao-plenario', 'الإعداد: الجلسة العامة', 'Construção: Plenário', ['pre-revisao-1', 'fase-encerrada']),
    stage('pre-revisao-1', 'ما قبل المراجعة الأولى', 'Pré-Revisão I', ['revisao-1-comissoes']),
    stage('revisao-1-comissoes', 'المراجعة الأولى: اللجان', 'Revisão I: Comissões', [
      'revisao-1-plenario',
      'fase-encerrada',
    ]),
    stage('revisao-1-plenario', 'المراجعة الأولى: الجلسة العامة', 'Revisão I: Plenário', [
      'pre-revisao-2',
      'sancao-veto',
      'fase-encerrada',
    ]),
    stage('pre-revisao-2', 'ما قبل المراجعة الثانية', 'Pré-Revisão II', ['revisao-2-comissoes']),
    stage('revisao-2-comissoes', 'المراجعة الثانية: اللجان', 'Revisão II: Comissões', [
      'revisao-2-plenario',
      'fase-encerrada',
    ]),
    stage('revisao-2-plenario', 'المراجعة الثانية: الجلسة العامة', 'Revisão II: Plenário', [
      'sancao-veto',
      'fase-encerrada',
    ]),
    stage('sancao-veto', 'التصديق أو الاعتراض', 'Sanção/Veto', ['avaliacao-dos-vetos', 'fase-encerrada'], {
      party: 'head-of-state',
    }),
    stage('avaliacao-dos-vetos', 'النظر في الاعتراضات', 'Avaliação dos Vetos', ['fase-encerrada']),
    stage('comissao-mista', 'اللجنة المشتركة', 'Comissão Mista', ['camara', 'fase-encerrada']),
    stage('camara', 'مجلس النواب', 'Câmara dos Deputados', ['senado', 'fase-encerrada']),
    stage('senado', 'مجلس الشيوخ', 'Senado Federal', ['camara-revisao', 'sancao-promulgacao', 'fase-encerrada']),
    stage('camara-revisao', 'مجلس النواب: المراجعة', 'Câmara dos Deputados: Revisão', [
      'sancao-promulgacao',
      'fase-encerrada',
    ]),
    stage('sancao-promulgacao', 'التصديق والإصدار', 'Sanção Presidencial/Promulgação', ['fase-encerrada'], {
      party: 'head-of-state',
    }),
    stage('fase-encerrada', 'انتهت المرحلة، بانتظار ما يليها', 'Phase closed, awaiting the next', [
      'pre-revisao-1',
      'pre-revisao-2',
      ...reviews,
      'camara',
      'senado',
      'camara-revisao',
      'sancao-veto',
      'sancao-promulgacao',
      'avaliacao-dos-vetos',
      'norma-juridica',
    ]),
    stage('norma-juridica', 'قانون نافذ', 'Norma jurídica', [], { party: 'owner', inForce: true }),
  ],
  outcomes: ['in-force', 'rejected', 'withdrawn', 'lapsed', 'merged', 'split'],
  sovereign: ['legislature', 'head-of-state', 'judiciary'],
  recesses: [],
};
