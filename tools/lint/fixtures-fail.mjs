import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import stylelint from 'stylelint';

/**
 * Each fixture names the place it pretends to stand in and the rule that must refuse it:
 * a lint rule nobody has seen fail holds nothing.
 */
const eslint = new ESLint();
const rulesBroken = async (text, filePath) => {
  if (!filePath.endsWith('.css')) return (await eslint.lintText(text, { filePath }))[0].messages.map((m) => m.ruleId);
  const { results } = await stylelint.lint({ code: text, codeFilename: filePath });
  return results[0].warnings.map(({ rule }) => rule);
};
let silent = 0;
for (const name of readdirSync(new URL('fixtures', import.meta.url))) {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  const [, filePath, rule] = /^\/[/*] as: (\S+) breaks: (\S+)/.exec(text);
  const seen = (await rulesBroken(text, filePath)).includes(rule);
  if (!seen) silent += 1;
  console.log(`${seen ? 'fails as it must' : 'NOT SEEN       '} ${name} (${rule})`);
}
process.exit(silent === 0 ? 0 : 1);
