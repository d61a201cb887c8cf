import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { SignIn, SignInAgain } from '../features/sign-in/sign-in.js';
import { Empty } from '../ui/empty.js';
import { Skeleton } from '../ui/skeleton.js';
import { Boundary, ScreenAway } from './boundary.js';
import { Frame } from './frame.js';
import { NamesProvider } from './names.js';
import { firstPlaceOf } from './navigation.js';
import { useReader, useWords } from './reader.js';
import { useScreenTitle } from './screen-title.js';
import { useSession, useSigned } from './session.js';

/** Behind the door: each screen is fetched when it is first opened. */
const fetched = (load: () => Promise<{ readonly default: ComponentType }>) =>
  lazy(() =>
    load().catch((fault: unknown) => {
      throw new ScreenAway(fault);
    }),
  );

const Initiative = fetched(() => import('../features/initiative/initiative.js'));
const Portfolio = fetched(() => import('../features/portfolio/portfolio.js'));
const Import = fetched(() => import('../features/import/import.js'));
const Account = fetched(() => import('../features/account/account.js'));
const Administration = fetched(() => import('../features/administration/administration.js'));
const Stocktake = fetched(() => import('../features/stocktake/stocktake.js'));
const Commitments = fetched(() => import('../features/partner/commitments.js'));
const Inbox = fetched(() => import('../features/inbox/inbox.js'));
const Changes = fetched(() => import('../features/changes/changes.js'));
const Team = fetched(() => import('../features/team/team.js'));
const Register = fetched(() => import('../features/editing/register.js'));
const Edit = fetched(() => import('../features/editing/edit.js'));
const ChoosePassword = fetched(() => import('../features/sign-in/choose-password.js'));

const Start = () => <Navigate to={firstPlaceOf(useSession())} replace />;

const NotFound = () => {
  const { frame } = useWords();
  useScreenTitle(frame.notFound);
  return <Empty title={frame.notFound} detail={frame.notFoundDetail} to="/" next={frame.backToStart} />;
};

/** Screens of officials: a partner who was sent such an address finds nothing there. */
const OfGovernment = () => (useSession().partner === undefined ? <Outlet /> : <NotFound />);

/** Hours are told as the reader's entity counts them, wherever the device is. */
const useZone = () => {
  const { zone } = useSession();
  const { readIn } = useReader();
  useEffect(() => readIn(zone), [readIn, zone]);
};

/** What counts as one screen: the rooms of the administration have their head in common. */
const screenAt = (pathname: string): string => (pathname.startsWith('/administration') ? '/administration' : pathname);

/** Behind the door. A screen that is opened shows at once that it comes, and nothing that failed on the one before. */
const Inside = () => {
  useZone();
  const screen = screenAt(useLocation().pathname);
  return (
    <Frame>
      <Boundary key={screen}>
        <Suspense fallback={<Skeleton rows={12} />}>
          <Routes>
            <Route path="/" element={<Start />} />
            <Route element={<OfGovernment />}>
              <Route path="/portfolio" element={<Portfolio />} />
              <Route path="/import" element={<Import />} />
              <Route path="/administration/*" element={<Administration />} />
              <Route path="/changes" element={<Changes />} />
              <Route path="/milestones" element={<Team />} />
              <Route path="/initiatives/new" element={<Register />} />
              <Route path="/initiatives/:kind/:id/edit" element={<Edit />} />
            </Route>
            <Route path="/account" element={<Account />} />
            <Route path="/initiatives/:kind/:id" element={<Initiative />} />
            <Route path="/initiatives/:kind/:id/stocktake" element={<Stocktake />} />
            <Route path="/commitments" element={<Commitments />} />
            <Route path="/inbox" element={<Inbox />} />
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
