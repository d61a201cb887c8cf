import ts from 'typescript';
import { limits } from './tidy.mjs';

/** Functions longer than a screen. Suites (`describe`, contract suites) are lists of cases, not functions in this sense. */
export const longFunctions = (path, text) => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const to = source.getLineAndCharacterOfPosition(node.end).line;
      if (to - from + 1 > limits.functionLines)
        found.push(`${path}:${from + 1}: a function of ${to - from + 1} lines, at most ${limits.functionLines}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
