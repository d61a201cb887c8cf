import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { Skeleton } from '../ui/skeleton.js';
import { Boundary } from './boundary.js';
import { makeQueryClient } from './query-client.js';
import { ReaderProvider } from './reader.js';
import { Screens } from './screens.js';
import { SessionProvider } from './session.js';

const queries = makeQueryClient();

/** The page: how it is read, who reads it, and what is known already, around the screens. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <Suspense>
      <ReaderProvider>
        <Boundary>
          <SessionProvider waiting={<Skeleton rows={6} />}>
            <BrowserRouter>
              <Screens />
            </BrowserRouter>
          </SessionProvider>
        </Boundary>
      </ReaderProvider>
    </Suspense>
  </QueryClientProvider>
);
