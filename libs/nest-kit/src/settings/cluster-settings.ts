import { SettingFault, type Settings } from './settings.js';

type Places = Pick<Settings, 'eventStore' | 'eventLog'>;

const isShared = ({ eventStore }: Places): boolean => /^mongodb(\+srv)?:/.test(eventStore);
const hasBroker = ({ eventLog }: Places): boolean => /^kafka(\+ssl)?:/.test(eventLog);

/** Whether this process is one of several over one truth, with a broker between them. */
export const isCluster = (settings: Places): boolean => isShared(settings) && hasBroker(settings);

/**
 * A truth that several processes share needs a broker, or none would hear of the others' commits; a broker is given what is
 * pending in a shared truth, which a folder's does not mark. Throws `SettingFault` naming the half that is missing.
 */
export const requireWholeCluster = (settings: Places): void => {
  if (isShared(settings) && !hasBroker(settings))
    throw new SettingFault('MASAR_EVENT_LOG', settings.eventLog, 'kafka://… beside a MASAR_EVENT_STORE of mongodb://');
  if (hasBroker(settings) && !isShared(settings))
    throw new SettingFault(
      'MASAR_EVENT_STORE',
      settings.eventStore,
      'mongodb://… beside a MASAR_EVENT_LOG of kafka://',
    );
};
