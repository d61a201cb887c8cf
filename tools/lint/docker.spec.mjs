import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { proxiedServices } from '../servers/proxy.mjs';

const text = (path) => readFileSync(path, 'utf8');
const compose = parse(text('docker/compose.yaml'), { merge: true });
const dockerfile = text('docker/masar.Dockerfile');
const read = globSync('libs/nest-kit/src/settings/*.ts')
  .filter((file) => !file.endsWith('.spec.ts'))
  .map(text)
  .join('\n');

/** Apps that run for as long as the cluster does; the others are all of it in one, its command line and its checks. */
const services = globSync('apps/*/src/main.ts')
  .map((file) => file.split('/')[1])
  .filter((app) => !['standalone', 'cli', 'acceptance'].includes(app))
  .sort();

describe('every service of the cluster', () => {
  it('has a group in the proxy', () => expect([...proxiedServices].sort()).toEqual(services));

  it('is started by Compose', () => {
    const started = Object.values(compose.services).flatMap(({ command }) => /apps\/(\w+)\//.exec(command)?.[1] ?? []);
    expect(started.sort()).toEqual(services);
  });

  it('is deployed in Kubernetes under its own name', () => {
    const { resources } = parse(text('docker/kubernetes/kustomization.yaml'));
    const named = resources.filter((name) => existsSync(`docker/kubernetes/${name}/kustomization.yaml`));
    const over = named.filter((name) => text(`docker/kubernetes/${name}/kustomization.yaml`).includes('../service'));
    expect(over.sort()).toEqual(services);
    for (const name of over) {
      const { labels, patches } = parse(text(`docker/kubernetes/${name}/kustomization.yaml`));
      expect(labels[0].pairs).toEqual({ 'app.kubernetes.io/component': name });
      expect(JSON.parse(patches[0].patch)).toEqual([{ op: 'replace', path: '/metadata/name', value: name }]);
    }
  });
});

describe('what is named is there', () => {
  it.each(Object.entries(compose.services))('in Compose, by %s', (_name, { depends_on, networks, volumes = [] }) => {
    const mounted = volumes.map((mount) => mount.split(':')[0]);
    const files = mounted.filter((source) => source.startsWith('.'));
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(depends_on ?? {})));
    expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(networks ?? []));
    expect(Object.keys(compose.volumes)).toEqual(
      expect.arrayContaining(mounted.filter((source) => !source.startsWith('.'))),
    );
    expect(files.filter((file) => !existsSync(`docker/${file}`))).toEqual([]);
  });

  it('in the image: each file that is copied from here', () => {
    const copied = /cp --parents -r ([\s\S]*?) \/image/.exec(dockerfile)[1].split(/[\s\\]+/);
    expect(copied.filter((path) => globSync(path.replace('/bundle', '/package.json')).length === 0)).toEqual([]);
  });

  it('in the template of the proxy: each variable has a value in its image', () => {
    const asked = [...text('docker/proxy/nginx.conf.template').matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name);
    // Its entrypoint finds that one out.
    const set = [...dockerfile.matchAll(/ (MASAR_PROXY_[A-Z_]+)=/g)].map(([, name]) => name);
    expect([...new Set(asked)].sort()).toEqual([...set, 'NGINX_LOCAL_RESOLVERS'].sort());
  });
});

describe('every setting', () => {
  const lines = (path) => [...text(path).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const ofPods = globSync('docker/kubernetes/**/*.yaml').flatMap((file) =>
    parseAllDocuments(text(file)).flatMap((document) =>
      (document.toJS()?.spec?.template?.spec?.containers ?? []).flatMap(({ env = [] }) => env.map(({ name }) => name)),
    ),
  );
  const told = [
    ...lines('docker/cluster.env'),
    ...lines('docker/kubernetes/masar.env'),
    ...Object.keys(compose.services.registry.environment),
    ...ofPods.filter((name) => name !== 'SERVICE'),
  ];

  it.each([...new Set(told)])('%s is one that is read', (name) =>
    expect(read).toContain(`'${name.replace(/_FILE$/, '')}'`),
  );

  it('of the proxy in Kubernetes is one of its image', () => {
    const named = lines('docker/kubernetes/proxy/proxy.env');
    expect(named.filter((name) => !dockerfile.includes(` ${name}=`))).toEqual([]);
  });
});
