import '@fontsource/ibm-plex-sans-arabic/arabic-400.css';
import '@fontsource/ibm-plex-sans-arabic/arabic-600.css';
import '@fontsource/ibm-plex-sans-arabic/latin-400.css';
import '@fontsource/ibm-plex-sans-arabic/latin-600.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isAnswer } from './api/problem.js';
import { App } from './app/app.js';

createRoot(document.getElementById('masar')!, {
  // A refusal that a boundary shows has been told where it belongs; only faults of the page are for the console.
  onCaughtError: (fault) => {
    if (!isAnswer(fault)) console.error(fault);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
