import { expect, test } from 'vitest';
import { openBallotBox } from '../ballot-box.ts';
import { groupsByPolis } from './groups.ts';

/** People at given places, who came in this order. */
function grouped(places: readonly (readonly [number, number])[]) {
  const box = openBallotBox();
  for (const at of places.keys()) box.cast(String(at), '1', 1, at);
  const ballots = box.count();
  const along = (axis: 0 | 1) => Float64Array.from(ballots.participants, (id) => places[Number(id)]![axis]);
  const { k, labels } = groupsByPolis(ballots, { x: along(0), y: along(1) }, new Uint8Array(places.length).fill(1));
  return { k, labels: places.map((_, at) => labels[ballots.participants.indexOf(String(at))]) };
}

const CORNERS = [
  [0, 0],
  [10, 0],
  [0, 10],
  [10, 10],
] as const;

test('the number of groups with the best silhouette is taken', () => {
  for (const corners of [2, 3, 4]) {
    const places = Array.from({ length: 36 }, (_, at): [number, number] => {
      const [x, y] = CORNERS[at % corners]!;
      return [x + (at % 5) / 10, y + (at % 7) / 10];
    });
    const { k, labels } = grouped(places);
    expect(k).toBe(corners);
    expect(labels).toEqual(labels.map((_, at) => labels[at % corners]));
  }
});

test('with fewer than twelve base clusters there are two groups, however clear more would be', () => {
  const places = Array.from({ length: 11 }, (_, at): [number, number] => {
    const [x, y] = CORNERS[at % 3]!;
    return [x + at / 10, y];
  });
  expect(grouped(places).k).toBe(2);
});

test('everybody at one place is one group', () => {
  expect(grouped([...Array(9)].map(() => [1, 1])).k).toBe(1);
});
