/** A piece of a sentence; those with a number are figures that open their rows. */
export interface Piece {
  readonly text: string;
  readonly figure?: number;
}
const marked = /⟦(\d):(.*?)⟧/gu;

/** `⟦1:40 files⟧, none late.` as a figure and what follows it: a language places its figures where its grammar wants them. */
export const piecesOf = (sentence: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of sentence.matchAll(marked)) {
    if (found.index > from) pieces.push({ text: sentence.slice(from, found.index) });
    pieces.push({ text: found[2]!, figure: Number(found[1]) });
    from = found.index + found[0].length;
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from) });
  return pieces;
};
