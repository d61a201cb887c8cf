import { useEffect, useRef, useState, type ReactNode } from 'react';
import { draftOf, keepDraft } from '../../app/commands/drafts.js';
import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useSession } from '../../app/session.js';
import { type Answer, type ChosenFile, type Question } from './asked.js';
import { Resumed } from '../../ui/resumed.js';
import { Before } from './before.js';
import { ChooseFile } from './choose-file.js';
import { Facts } from './facts.js';
import { takeHanded } from './handed-file.js';
import { forgetFile, keepFile, keptFile, type KeptFile } from './kept-file.js';
import './import.css';
import { Outcome } from './outcome.js';
import { Preview } from './preview.js';

let editions = 0;
const asChosen = async (file: File): Promise<ChosenFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
  edition: (editions += 1),
});

/** Sources by those who look after them, our own table by whoever works in a team. */
const mayImport: ReturnType<typeof useSession>['roles'] = ['administrator', 'integrator', 'lead', 'member'];

const Begin = ({ chosen, facts }: { readonly chosen: (file: File) => void; readonly facts: ReactNode }) => {
  const { importing } = useWords();
  const { roles } = useSession();
  const mayRun = roles.some((role) => mayImport.includes(role));
  return (
    <>
      <h1>{importing.title}</h1>
      <p className="import-lead">{mayRun ? importing.lead : importing.readersOnly}</p>
      {mayRun && facts}
      {mayRun && <ChooseFile chosen={chosen} />}
      <Before />
    </>
  );
};

const form = 'import';

/** What this device holds of the file, and of what is written into it. */
const useDevice = (user: string) => {
  const held = useRef<KeptFile>(undefined);
  return {
    keep: async (file: KeptFile, edits: ReadonlyMap<string, string>) => {
      // Small text is kept at once: a crash loses no keystroke. A large file is not written again for each letter.
      keepDraft(localStorage, user, form, edits.size === 0 ? undefined : [...edits]);
      const { current } = held;
      if (current?.bytes === file.bytes && current.profile === file.profile && current.asOf === file.asOf) return;
      held.current = file;
      await keepFile(file);
    },
    forget: () => {
      held.current = undefined;
      keepDraft(localStorage, user, form, undefined);
      void forgetFile(user);
    },
  };
};

/** The file in hand and by what it is read. One that was written into is there again after a reload. */
const useFile = () => {
  const { user } = useSession();
  const [file, setFile] = useState<ChosenFile>();
  const [isResumed, setResumed] = useState(false);
  const [profile, setProfile] = useState('initiatives');
  const [asOf, setAsOf] = useState('');
  const chosen = (picked: File) => void asChosen(picked).then(setFile);
  useEffect(() => {
    let isLeft = false;
    const handed = takeHanded();
    const resume = async () => {
      const kept = await keptFile(user);
      if (kept === undefined || isLeft) return;
      setProfile(kept.profile);
      setAsOf(kept.asOf);
      const edits = new Map((draftOf(localStorage, user, form) ?? []) as [string, string][]);
      setFile({ name: kept.name, bytes: kept.bytes, edits, edition: (editions += 1) });
      setResumed(true);
    };
    if (handed) void asChosen(handed).then(setFile);
    else void resume();
    return () => void (isLeft = true);
  }, [user]);
  const device = useDevice(user);
  const keep = async (bytes: ChosenFile['bytes'], edits: ReadonlyMap<string, string>) =>
    file && device.keep({ user, name: file.name, bytes, profile, asOf }, edits);
  const forget = () => {
    device.forget();
    setResumed(false);
  };
  const question: Question | undefined = file && { file, profile, asOf };
  return {
    question,
    isResumed,
    chosen,
    profile,
    setProfile,
    asOf,
    setAsOf,
    keep: async (edits: ReadonlyMap<string, string>) => file && keep(file.bytes, edits),
    repaired: (bytes: ChosenFile['bytes']) => {
      void keep(bytes, new Map());
      setFile(file && { name: file.name, bytes, edition: (editions += 1) });
    },
    forget,
    leave: () => {
      setFile(undefined);
      forget();
    },
  };
};

/** From a file to a portfolio: chosen, looked at, repaired, imported. Nothing is recorded before the last step. */
const Import = () => {
  const { importing } = useWords();
  useScreenTitle(importing.title);
  const of = useFile();
  const { question } = of;
  const [answer, setAnswer] = useState<Answer>();
  const leave = () => {
    of.leave();
    setAnswer(undefined);
  };
  if (answer)
    return (
      <div className="screen import">
        <Outcome answer={answer} again={leave} />
      </div>
    );
  const facts = (
    <Facts profile={of.profile} chooseProfile={of.setProfile} asOf={of.asOf} chooseAsOf={of.setAsOf}>
      {question && (
        <p className="import-name">
          <span className="quiet">{importing.file}</span>
          <bdi>{question.file.name}</bdi>
        </p>
      )}
    </Facts>
  );
  return (
    <div className="screen import">
      <Resumed isResumed={of.isResumed} discard={leave} />
      {question ? (
        <Preview
          question={question}
          repaired={of.repaired}
          keep={of.keep}
          done={(imported) => {
            of.forget();
            setAnswer(imported);
          }}
          leave={leave}
          facts={facts}
        />
      ) : (
        <Begin chosen={of.chosen} facts={facts} />
      )}
    </div>
  );
};
export default Import;
