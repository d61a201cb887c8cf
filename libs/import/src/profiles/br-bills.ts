import { brazilPath } from './paths-of-sources.js';
import type { BillSheetsProfile } from './profile.js';

const phase = (name: string, stage: string, place = '') => ({ phase: name, place, stage });

/**
 * Brazilian bills in three sheets, imported in any order: bills (`proposicoes`), phases (`progressos`, skipped ones marked
 * `pulou`) and actions (`trams`, in order of date and `sequencia`).
 */
export const brBills: BillSheetsProfile = {
  name: 'br-bills',
  title: { ar: 'المقترحات التشريعية (البرازيل)', en: 'Bills of the National Congress (Brazil)' },
  system: 'br-bills',
  kind: 'laws',
  shape: 'bill-sheets',
  tells: 'history',
  completeList: false,
  bodies: {
    prefix: 'br',
    jurisdiction: 'BR',
    zone: 'America/Sao_Paulo',
    calendar: 'any',
    known: {
      camara: { ar: 'مجلس النواب البرازيلي', en: 'Câmara dos Deputados' },
      senado: { ar: 'مجلس الشيوخ البرازيلي', en: 'Senado Federal' },
    },
  },
  path: brazilPath,
  dates: { words: [{ text: 'na', absent: 'not-provided' }] },
  owners: { camara: 'camara', senado: 'senado' },
  sheets: {
    bills: {
      knownBy: 'ementa',
      columns: {
        id: { headers: ['id_ext'], required: true },
        house: { headers: ['casa'], required: true },
        type: { headers: ['sigla_tipo'], required: true },
        number: { headers: ['numero'], required: true },
        nickname: { headers: ['apelido'] },
        startedOn: { headers: ['data_apresentacao'], required: true },
      },
    },
    phases: {
      knownBy: 'fase_global',
      columns: {
        id: { headers: ['id_ext'], required: true },
        house: { headers: ['casa'], required: true },
        phase: { headers: ['fase_global'], required: true },
        place: { headers: ['local'], required: true },
        from: { headers: ['data_inicio'], required: true },
        to: { headers: ['data_fim'], required: true },
        skipped: { headers: ['pulou'], required: true },
      },
    },
    actions: {
      knownBy: 'texto_tramitacao',
      columns: {
        id: { headers: ['id_ext'], required: true },
        house: { headers: ['casa'], required: true },
        date: { headers: ['data'], required: true },
        sequence: { headers: ['sequencia'], required: true },
        text: { headers: ['texto_tramitacao'], required: true },
        place: { headers: ['local'] },
        situation: { headers: ['descricao_situacao'] },
        status: { headers: ['status'] },
      },
    },
  },
  phaseStages: [
    phase('Pré-Construção', 'pre-construcao'),
    phase('Construção', 'construcao-comissoes', 'Comissões'),
    phase('Construção', 'construcao-plenario', 'Plenário'),
    phase('Pré-Revisão I', 'pre-revisao-1'),
    phase('Revisão I', 'revisao-1-comissoes', 'Comissões'),
    phase('Revisão I', 'revisao-1-plenario', 'Plenário'),
    phase('Pré-Revisão II', 'pre-revisao-2'),
    phase('Revisão II', 'revisao-2-comissoes', 'Comissões'),
    phase('Revisão II', 'revisao-2-plenario', 'Plenário'),
    phase('Sanção/Veto', 'sancao-veto', 'Presidência da República'),
    phase('Avaliação dos Vetos', 'avaliacao-dos-vetos', 'Congresso'),
    phase('Comissão Mista', 'comissao-mista'),
    phase('Câmara dos Deputados', 'camara'),
    phase('Senado Federal', 'senado'),
    phase('Câmara dos Deputados - Revisão', 'camara-revisao'),
    phase('Sanção Presidencial/Promulgação', 'sancao-promulgacao'),
  ],
  between: 'fase-encerrada',
  outcomes: [
    { status: 'Lei', text: 'transformad[oa] em norma jur[ií]dica|sancionada', outcome: 'in-force' },
    { status: 'Caducou', text: 'sem eficácia|perdeu a eficácia', outcome: 'lapsed' },
  ],
};
