/** A column of Moodle's grading worksheet. */
export type WorksheetColumn =
  'identifier' | 'name' | 'email' | 'idNumber' | 'grade' | 'maximum' | 'scale' | 'changeable' | 'modified' | 'feedback';

/**
 * Moodle writes and reads the worksheet's headers in its user's language. These are English, German, Spanish, French,
 * Catalan and Chinese; the option --column names others.
 */
export const words: Readonly<Record<WorksheetColumn, readonly string[]>> = {
  identifier: ['Identifier', 'ID', 'Identificador', 'Identifiant', '标识符'],
  name: [
    'Full name',
    'Vollständiger Name',
    'Nombre completo',
    'Nombre completo del usuario',
    'Nom complet',
    '全名',
    '姓名',
  ],
  email: [
    'Email address',
    'E-Mail-Adresse',
    'Dirección de correo',
    'Correo electrónico',
    'Adresse de courriel',
    'Adreça electrònica',
    '电子邮件地址',
    '电子邮箱',
  ],
  idNumber: [
    'ID number',
    'ID-Nummer',
    'Número de ID',
    "Numéro d'identification",
    'Numéro d’identification',
    "Número d'identificació",
    '学号',
    '编号',
  ],
  grade: ['Grade', 'Bewertung', 'Calificación', 'Note', 'Qualificació', '成绩', '评分'],
  maximum: ['Maximum Grade', 'Bestwertung', 'Calificación máxima', 'Note maximale', 'Qualificació màxima', '最高分'],
  scale: ['Scale', 'Skala', 'Escala', 'Barème', '量表'],
  changeable: [
    'Grade can be changed',
    'Bewertung kann geändert werden',
    'La calificación puede ser cambiada',
    'La note peut être modifiée',
    'La qualificació es pot canviar',
    '允许更改成绩',
  ],
  modified: [
    'Last modified (grade)',
    'Zuletzt geändert (Bewertung)',
    'Última modificación (calificación)',
    'Dernière modification (note)',
    'Darrera modificació (qualificació)',
    '上次修改（评分）',
  ],
  feedback: [
    'Feedback comments',
    'Feedback als Kommentar',
    'Comentarios de retroalimentación',
    'Feedback par commentaires',
    'Comentaris de retroacció',
    '反馈评论',
    '反馈意见',
  ],
};

/** Names of the columns, for --column. */
export const worksheetColumns: readonly string[] = Object.keys(words);

/** Reads a yes or no of the worksheet; undefined for a word of another language. */
export function isYes(word: string): boolean | undefined {
  const key = word.trim().toLowerCase();
  if (['yes', 'ja', 'sí', 'oui', '是', 'sì', 'sim', 'はい', 'да'].includes(key)) return true;
  return ['no', 'nein', 'non', '否', 'não', 'nee', 'いいえ', 'нет'].includes(key) ? false : undefined;
}
