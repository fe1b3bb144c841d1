import type { Reader } from '../../platform/database/index.ts';
import { findClosed, isPartner } from '../cooperations/index.ts';
import type { Request } from './request.ts';

type Asked = Pick<Request, 'cooperation' | 'sender'>;

/** Those of these requests in whose name nobody asks any more: what it was about is over, or whoever asked has left it. */
export async function findEnded<One extends Asked>(db: Reader, requests: readonly One[]): Promise<readonly One[]> {
  const over = await findClosed(db, [...new Set(requests.map(({ cooperation }) => cooperation))]);
  const closed = new Set(over.map(({ cooperation }) => cooperation));
  const ended: One[] = [];
  for (const request of requests)
    if (closed.has(request.cooperation) || !(await isPartner(db, request.cooperation, request.sender)))
      ended.push(request);
  return ended;
}
