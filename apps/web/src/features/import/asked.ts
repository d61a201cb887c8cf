import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import type { Keyed } from '../../app/form-command.js';
import { whenNothingIsShown } from '../../app/query-client.js';

/** A file as it was chosen, or as it is after cells were repaired; `edition` tells them apart. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly edition: number;
  /** What was written into its cells before the page was loaded anew. */
  readonly edits?: ReadonlyMap<string, string>;
}
export interface Question {
  readonly file: ChosenFile;
  readonly profile: string;
  readonly asOf: string;
}

const send = ({ file, profile, asOf }: Question, dryRun: boolean, keyed?: Keyed) =>
  bodyOf(
    api.POST('/api/imports', {
      params: { query: { profile, filename: file.name, dryRun: dryRun ? 'true' : 'false', ...(asOf && { asOf }) } },
      body: file.bytes as never,
      bodySerializer: (bytes) => bytes as unknown as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': 'application/octet-stream', ...keyed?.headers },
    }),
  );
export type Answer = Awaited<ReturnType<typeof send>>;

/** What an import would do, asked anew for every edition of the file. */
export const useLook = (question: Question | undefined) =>
  useQuery({
    queryKey: ['import-look', question?.file.edition, question?.profile, question?.asOf],
    queryFn: () => send(question!, true),
    enabled: question !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

export const importNow = (question: Question, keyed: Keyed) => send(question, false, keyed);

export const useProfiles = () =>
  useQuery({
    queryKey: ['import-profiles'],
    queryFn: () => bodyOf(api.GET('/api/imports/profiles', { params: { query: { limit: 500 } } })),
    staleTime: Infinity,
    throwOnError: whenNothingIsShown,
  }).data?.items;

const lookEveryMilliseconds = 400;
const latest = 5;

/** How far an import is that is under way; nothing before it began. Found in the list: there is none of that id yet. */
export const useProgress = (id: string) =>
  useQuery({
    queryKey: ['import-progress', id],
    queryFn: () => bodyOf(api.GET('/api/imports', { params: { query: { limit: latest } } })),
    refetchInterval: lookEveryMilliseconds,
    gcTime: 0,
    retry: false,
  }).data?.items.find((one) => one.id === id && one.status === 'running')?.progress;
