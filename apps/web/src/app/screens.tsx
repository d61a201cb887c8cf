import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { SignIn, SignInAgain } from '../features/sign-in/sign-in.js';
import { Empty } from '../ui/empty.js';
import { Skeleton } from '../ui/skeleton.js';
import { Boundary } from './boundary.js';
import { Frame } from './frame.js';
import { NamesProvider } from './names.js';
import { firstPlaceOf } from './navigation.js';
import { useReader, useWords } from './reader.js';
import { useScreenTitle } from './screen-title.js';
import { useSession, useSigned } from './session.js';

const Initiative = lazy(() => import('../features/initiative/initiative.js'));
const Portfolio = lazy(() => import('../features/portfolio/portfolio.js'));
const Import = lazy(() => import('../features/import/import.js'));
const Account = lazy(() => import('../features/account/account.js'));
const Administration = lazy(() => import('../features/administration/administration.js'));
const Stocktake = lazy(() => import('../features/stocktake/stocktake.js'));
const Commitments = lazy(() => import('../features/partner/commitments.js'));
const Inbox = lazy(() => import('../features/inbox/inbox.js'));
const Changes = lazy(() => import('../features/changes/changes.js'));
const Team = lazy(() => import('../features/team/team.js'));
const Register = lazy(() => import('../features/editing/register.js'));
const Edit = lazy(() => import('../features/editing/edit.js'));
const ChoosePassword = lazy(() => import('../features/sign-in/choose-password.js'));

const Start = () => <Navigate to={firstPlaceOf(useSession())} replace />;

const NotFound = () => {
  const { frame } = useWords();
  useScreenTitle(frame.notFound);
  return <Empty title={frame.notFound} detail={frame.notFoundDetail} to="/" next={frame.backToStart} />;
};

/** Hours are told as the reader's entity counts them, wherever the device is. */
const useZone = () => {
  const { zone } = useSession();
  const { readIn } = useReader();
  useEffect(() => readIn(zone), [readIn, zone]);
};

/** Behind the door: each screen is fetched when it is first opened. */
const Inside = () => {
  useZone();
  return (
    <Frame>
      <Boundary>
        <Suspense fallback={<Skeleton rows={12} />}>
          <Routes>
            <Route path="/" element={<Start />} />
            <Route path="/portfolio" element={<Portfolio />} />
            <Route path="/import" element={<Import />} />
            <Route path="/account" element={<Account />} />
            <Route path="/administration/*" element={<Administration />} />
            <Route path="/initiatives/:kind/:id" element={<Initiative />} />
            <Route path="/initiatives/:kind/:id/stocktake" element={<Stocktake />} />
            <Route path="/commitments" element={<Commitments />} />
            <Route path="/inbox" element={<Inbox />} />
            <Route path="/changes" element={<Changes />} />
            <Route path="/milestones" element={<Team />} />
            <Route path="/initiatives/new" element={<Register />} />
            <Route path="/initiatives/:kind/:id/edit" element={<Edit />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </Boundary>
    </Frame>
  );
};

/** Which screen an address opens. Whoever is not signed in signs in first, and is then where he wanted to go. */
export const Screens = () => {
  const { session, ended } = useSigned();
  return (
    <Suspense>
      <Routes>
        <Route path="/invitations/:token" element={<ChoosePassword />} />
        <Route
          path="*"
          element={
            session ? (
              <NamesProvider>
                <Inside />
                {ended && <SignInAgain user={session.user} />}
              </NamesProvider>
            ) : (
              <SignIn />
            )
          }
        />
      </Routes>
    </Suspense>
  );
};
