import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { dockerChecks, here } from './docker-checks.mjs';

/*
 * `npm run lint:docker`: what stands in docker/ read by the tools of its own formats, since no test can run it without
 * Docker. A tool that cannot be had is named in a loud line and its check left out.
 */
const argumentsOf = (args, file) => {
  const at = args.includes(here) ? args : [...args, here];
  return at.map((argument) => (argument === here ? resolve(file) : argument));
};
const run = ({ tool, args }, file) =>
  spawnSync(tool.command, argumentsOf(args, file), { encoding: 'utf8', env: { ...process.env, ...tool.env } });

const { folder, checks } = dockerChecks();
let wrong = 0;
for (const check of checks) {
  if (!check.tool) {
    console.error(`>>> docker/ is NOT CHECKED by ${check.name}: the tool cannot be had here`);
    continue;
  }
  const { status, stdout, stderr } = run(check, check.file);
  const refused = run(check, check.fixture).status !== 0;
  if (status !== 0 || !refused) wrong += 1;
  if (status !== 0) console.error(`${stdout}${stderr}`);
  console.log(
    `${status === 0 ? 'ok    ' : 'failed'} ${check.name}${refused ? '' : `: DOES NOT REFUSE ${check.fixture}`}`,
  );
}
rmSync(folder, { recursive: true, force: true });
process.exit(wrong === 0 ? 0 : 1);
