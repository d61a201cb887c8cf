import { factOf, present, type Collectors } from './collector.js';

/** What people say of an initiative and ask each other: ratings, and notes with an addressee. */
export const voiceCollectors: Collectors = {
  'rating.given.v1': (facts, event) => {
    const { rating: id, voice, colour, note, backToGreen } = event.data;
    return {
      ...facts,
      ratings: [...facts.ratings, { ...factOf(event), id, voice, colour, ...present({ note, backToGreen }) }],
    };
  },
  /** The first answer is the answer; one of a question nobody knows is a note like others. */
  'note.added.v1': (facts, event) => {
    const { note: id, text, to, answers } = event.data;
    const known = facts.questions.map((question) =>
      question.id === answers && !question.answer ? { ...question, answer: factOf(event) } : question,
    );
    const questions = to === undefined ? known : [...known, { ...factOf(event), id, to, text }];
    return to === undefined && answers === undefined ? facts : { ...facts, questions };
  },
};
