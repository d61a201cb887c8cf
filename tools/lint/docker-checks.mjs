import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configured, nginx } from '../servers/proxy.mjs';
import { goTool, pythonTool } from './fetched-tools.mjs';

const fixtures = 'tools/lint/docker-fixtures';

/** Where the file stands among the arguments, when not at the end. */
export const here = Symbol('the file');

const dockerCompose =
  spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0
    ? { command: 'docker', env: {} }
    : undefined;

/** The proxy's configuration filled in, in a folder of its own. */
const proxyConfiguration = (folder) => {
  configured(folder, 8080, {});
  return join(folder, 'nginx.conf');
};

/** Everything `kubectl apply -k docker/kubernetes` would send, with secrets made for the occasion. */
const manifests = (folder, { command }) => {
  const copy = join(folder, 'kubernetes');
  cpSync('docker/kubernetes', copy, { recursive: true });
  const secrets = join(copy, 'secrets');
  spawnSync(process.execPath, ['docker/make-secrets.mjs', secrets, secrets, join(folder, 'mongo')]);
  const built = spawnSync(command, ['build', copy], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const file = join(folder, 'manifests.yaml');
  writeFileSync(file, built.stdout);
  return file;
};

/**
 * Every check: the tool that holds it (undefined where it cannot be had), what it reads, and a file it must refuse: a rule
 * nobody has seen fail holds nothing.
 */
export const dockerChecks = () => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-lint-'));
  const kustomize = goTool('sigs.k8s.io/kustomize/kustomize/v5@v5.7.1');
  const built = kustomize && manifests(folder, kustomize);
  const pods = ['score', '--ignore-container-cpu-limit', '--ignore-test', 'container-image-pull-policy'];
  const check = (name, tool, args, file, fixture) => ({ name, tool, args, file, fixture: join(fixtures, fixture) });
  return {
    folder,
    checks: [
      check('hadolint', pythonTool('hadolint'), [], 'docker/masar.Dockerfile', 'untagged.Dockerfile'),
      check('yamllint', pythonTool('yamllint'), ['-s', '-c', 'tools/lint/yamllint.yaml'], 'docker', 'truth.yaml'),
      check(
        'the schema of Compose',
        pythonTool('check-jsonschema'),
        ['--builtin-schema', 'vendor.compose-spec'],
        'docker/compose.yaml',
        'compose-unknown-field.yaml',
      ),
      check(
        "Compose's own reader",
        goTool('github.com/compose-spec/compose-go/v2/cmd@v2.9.0'),
        [],
        'docker/compose.yaml',
        'compose-unknown-field.yaml',
      ),
      check(
        'docker compose',
        dockerCompose,
        ['compose', '-f', here, 'config', '-q'],
        'docker/compose.yaml',
        'compose-unknown-service.yaml',
      ),
      check('nginx', nginx && { command: nginx, env: {} }, ['-t', '-c'], proxyConfiguration(folder), 'unknown.conf'),
      check(
        'gixy',
        pythonTool('gixy'),
        // Host goes on as it was sent, with its port: the services compare it with Origin.
        ['--skips', 'host_spoofing'],
        proxyConfiguration(folder),
        'splitting.conf',
      ),
      check(
        'the schemas of Kubernetes',
        built && pythonTool('kubernetes-validate'),
        ['--strict', '--quiet', '-k', '1.37.0'],
        built,
        'deployment-unknown-field.yaml',
      ),
      check(
        'kube-score',
        // Spread over hosts and zones is asked for by topologySpreadConstraints.
        built && goTool('github.com/zegl/kube-score/cmd/kube-score@v1.20.0'),
        [...pods, '--ignore-test', 'deployment-has-host-podantiaffinity'],
        built,
        'deployment-unknown-field.yaml',
      ),
    ],
  };
};
