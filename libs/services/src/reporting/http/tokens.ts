/** Reporting as the rest of the process sees it: projector and readers, wherever they run. */
export const REPORTING = Symbol('reporting');
