const sides = '(left|right|top|bottom)';
/** One value, a function with what is in it included. */
const value = String.raw`[^\s(]+(\(([^()]|\([^()]*\))*\))?`;
/** Four values in a row are top, right, bottom, left: the second and the fourth keep their side when the page turns. */
const fourValues = new RegExp(String.raw`^${value}(\s+${value}){3}$`);
const onASide = /\b(left|right)\b/;
const whenThePageTurns = 'keeps its side when the page turns: say it by inline and block, start and end';

/** Styles of a page that runs from right to left and from left to right: no rule may name a side of the screen. */
export default {
  rules: {
    'property-disallowed-list': [
      [
        new RegExp(`^${sides}$`),
        /^(min-|max-)?(width|height)$/,
        new RegExp(`^(margin|padding|scroll-margin|scroll-padding)-${sides}$`),
        new RegExp(`^border-${sides}(-|$)`),
      ],
      { message: (property) => `${property} ${whenThePageTurns}` },
    ],
    'declaration-property-value-disallowed-list': [
      {
        '/^(text-align|text-align-last|float|clear|caption-side|background|background-position|transform-origin)$/': [
          onASide,
        ],
        '/^(transition|transition-property|will-change)$/': [
          /(?<![\w-])(left|right|width|height)\b/,
          /-(left|right)\b/,
        ],
        '/^(margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding)$/': [fourValues],
      },
      { message: (property, given) => `${property}: ${given} ${whenThePageTurns}` },
    ],
  },
};
