import type { LineRecord } from '../api/types';
import { fields } from './activities';

/** By what a call comes. */
export const BEARERS = ['telephone', 'radio', 'satellite', 'fax', 'paper', 'person'] as const;

/** A number by which a party said that it is to be reached, and the record in which it stands. */
export interface Reach {
  readonly address: string;
  readonly record: string;
}

/** The last telephone number that a party itself has given (template LC-4); none: it is not on record. */
export function numberOf(party: string, all: readonly LineRecord[]): Reach | undefined {
  const told = all.findLast((each) => {
    const body = fields(each.body);
    return each.by === party && body['template'] === 'LC-4' && fields(body['fields'])['bearer'] === 'telephone';
  });
  const address = fields(fields(told?.body)['fields'])['address'];
  return told && typeof address === 'string' ? { address, record: told.record } : undefined;
}
