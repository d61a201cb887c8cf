import { resolve } from 'node:path';
import { SettingFault } from './setting-fault.js';

const network = /^([0-9.]+\/\d{1,2}|[0-9a-fA-F:.]+\/\d{1,3})$/;

/** Where webhooks may be sent inside the house, and what keeps their secrets. */
export const webhookSettings = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly webhookKey?: string; readonly webhookNetworks: string } => {
  const webhookNetworks = env['MASAR_WEBHOOK_NETWORKS'] || '';
  const named = webhookNetworks.split(',').map((one) => one.trim());
  if (webhookNetworks !== '' && !named.every((one) => network.test(one)))
    throw new SettingFault('MASAR_WEBHOOK_NETWORKS', webhookNetworks, 'networks such as 10.1.0.0/16, parted by commas');
  return {
    webhookNetworks,
    ...(env['MASAR_WEBHOOK_KEY'] ? { webhookKey: resolve(env['MASAR_WEBHOOK_KEY']) } : {}),
  };
};
