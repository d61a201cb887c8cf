import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import { compileOptions } from '../../run/compile-options.mjs';

/** Puts a text in the place of another, which must be there: else the bench would compare a build with itself. */
const replaced = (source, path, text, by) => {
  if (!source.includes(text)) throw new Error(`${path} no longer holds: ${text}`);
  return source.replace(text, by);
};

const check = 'async canActivate(context: ExecutionContext): Promise<boolean> {';
// What is done is said as ever, since the audit writes it down; only whether it may be done is not asked.
const asLead = `{ user: 'layla', roles: ['lead'], entity: 'works' }`;
const letIn = `${check}
    const open = context.switchToHttp().getRequest<MasarRequest>();
    if (open.headers.authorization !== undefined) {
      const { needed } = this.#needsOf(context.getHandler());
      if (needed !== 'nothing' && needed !== undefined) open.action = needed;
      open.actor = ${asLead} as never;
      open.token = 'open';
      return true;
    }`;

const allowed = `return { allowed: true, grounds: 'role' };`;
const can = 'export const can = (actor: Actor, asked: Action, subject: Subject): Decision => {';
const mayAsk = 'export const mayAsk = (actor: Actor, action: Action): boolean => {';

/** What is left out of a build: asking the table of rights; or that, and looking at the token as well. */
const changes = {
  rights: {
    'libs/access/src/can.ts': (source, path) =>
      replaced(
        replaced(source, path, can, `${can}\n  if (asked) ${allowed}`),
        path,
        mayAsk,
        `${mayAsk}\n  if (action) return true;`,
      ),
  },
};
changes.everything = {
  ...changes.rights,
  'libs/nest-kit/src/access/permission-guard.ts': (source, path) => replaced(source, path, check, letIn),
};

/** A plugin that builds Masar with a guard that allows all. It changes sources on their way into a bundle of the bench, and nothing else. */
export const openGuard = (how) => ({
  name: `open-guard-${how}`,
  setup: ({ onLoad }) => {
    for (const [ending, change] of Object.entries(changes[how]))
      onLoad({ filter: new RegExp(`/${ending.replaceAll('/', '\\/').replaceAll('.', '\\.')}$`) }, async ({ path }) => {
        const source = change(await readFile(path, 'utf8'), path);
        const { code } = await transform(source, { filename: path, ...compileOptions, sourceMaps: false });
        return { contents: code, loader: 'js' };
      });
  },
});
