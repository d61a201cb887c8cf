import type { StreamName } from '@masar/contracts';
import type { Types } from 'mongoose';

export interface FileDocument {
  /** SHA-256. */
  readonly _id: string;
  readonly size: number;
  readonly type: string;
  /** Of the bytes in GridFS: others, where it went and came again. */
  readonly bytes: Types.ObjectId;
  /** When somebody brought or named it last, milliseconds. */
  readonly namedAt: number;
  /** An event names it: it stays. */
  readonly used?: true;
  /** It is being taken away. */
  readonly going?: string;
}

export interface UploadDocument {
  /** `<sha256>/<user>`. */
  readonly _id: string;
  readonly sha256: string;
  readonly user: string;
  readonly name: string;
  readonly at: number;
}

export interface UseDocument {
  /** `<sha256>/<stream>`. */
  readonly _id: string;
  readonly sha256: string;
  readonly stream: StreamName;
  readonly confirmed: boolean;
  readonly at: number;
}
