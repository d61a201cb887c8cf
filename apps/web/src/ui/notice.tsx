import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import './notice.css';

type Tone = 'plain' | 'gold' | 'amber' | 'red' | 'accent';
const icons: Record<Tone, IconName> = { plain: 'note', gold: 'eye', amber: 'clock', red: 'warning', accent: 'note' };

/** Something the reader should know here and now; read out when it appears. */
export const Notice = ({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <div className={`notice notice-${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
    <Icon name={icons[tone]} />
    <div>{children}</div>
  </div>
);
