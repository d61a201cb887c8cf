import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for 127.0.0.1 that nobody but a test trusts, made anew, with its key in one PEM file for a server. */
export const certificateFor127 = (folder: string): { readonly certificate: string; readonly keyStore: string } => {
  const [key, certificate, keyStore] = ['key.pem', 'certificate.pem', 'key-store.pem'].map((file) =>
    join(folder, file),
  );
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', key!, '-out', certificate!],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
  writeFileSync(keyStore!, readFileSync(key!, 'utf8') + readFileSync(certificate!, 'utf8'), { mode: 0o600 });
  return { certificate: certificate!, keyStore: keyStore! };
};
