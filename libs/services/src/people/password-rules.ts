import { refuse } from '@masar/contracts';

/** NIST SP 800-63B: length and known passwords, and no rules of composition. */
export const shortestPassword = 12;
const longestPassword = 256;
/** Of a longer one the beginning is judged: what is strong so far is strong as a whole, and judging takes time. */
const judged = 32;
/** Of 0 to 4: safe from somebody who has the hash and hours (`zxcvbn`). */
const strongEnough = 3;

type Judge = (password: string, words: readonly string[]) => number;
let judge: Promise<Judge> | undefined;

/** Lists of known passwords are loaded when somebody first chooses one. */
const loadJudge = async (): Promise<Judge> => {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const factory = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
  return (password, words) => factory.check(password.slice(0, judged), [...words]).score;
};

/** Refuses a password that is short, that many use, or that is made of what anybody knows of the person. */
export const requireSoundPassword = async (password: string, known: readonly string[]): Promise<void> => {
  const length = [...password.normalize('NFC')].length;
  if (length < shortestPassword || length > longestPassword)
    refuse('password/length', { from: shortestPassword, to: longestPassword }, 'password');
  const parted = /[^\p{L}\p{N}]+/u;
  const words = [
    ...known.flatMap((word) => [word, word.split(parted).join(''), ...word.split(parted)]),
    'masar',
    'مسار',
  ];
  const score = (await (judge ??= loadJudge()))(
    password.normalize('NFC'),
    words.filter((word) => word.length > 2),
  );
  if (score < strongEnough) refuse('password/too-common', {}, 'password');
};
