import { refuse } from '@masar/contracts';

/** NIST SP 800-63B: length and known passwords, and no rules of composition. */
export const shortestPassword = 12;
const longestPassword = 256;
/** Of 0 to 4: safe from somebody who has the hash and hours (`zxcvbn`). */
const strongEnough = 3;

/**
 * Lists of known passwords are loaded when somebody first chooses one. By a file of ours: what a package of the older module
 * kind exports has its names, in a bundle too, only where it is imported at once.
 */
const loadJudge = () => import('./password-judge.js');

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
  const { strengthOf } = await loadJudge();
  const score = strengthOf(
    password.normalize('NFC'),
    words.filter((word) => word.length > 2),
  );
  if (score < strongEnough) refuse('password/too-common', {}, 'password');
};
