import { isRecord } from './flatten.ts';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

type Position = readonly [lon: number, lat: number];

/**
 * One point for a GeoJSON geometry (RFC 7946, lon before lat): the point itself, the centroid of
 * the first ring of a polygon, the middle of a line. Null if there is none or if it is not in degrees.
 */
export function pointOf(geometry: unknown): Point | null {
  if (!isRecord(geometry)) return null;
  if (geometry['type'] === 'GeometryCollection') {
    const parts: unknown = geometry['geometries'];
    return Array.isArray(parts) ? pointOf(parts[0]) : null;
  }
  const positions = firstPositions(geometry['coordinates']);
  if (positions === null) return null;
  const isArea = geometry['type'] === 'Polygon' || geometry['type'] === 'MultiPolygon';
  const point = isArea ? centroid(positions) : positions[Math.floor((positions.length - 1) / 2)];
  if (point === undefined) return null;
  const [lon, lat] = point;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lat, lon } : null;
}

/** The first run of positions, however deep it lies. */
function firstPositions(value: unknown): Position[] | null {
  if (!Array.isArray(value)) return null;
  const single = position(value);
  if (single !== null) return [single];
  const first: unknown = value[0];
  if (!Array.isArray(first)) return null;
  if (position(first) === null) return firstPositions(first);
  return value.map(position).filter((one) => one !== null);
}

function position(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat]: unknown[] = value;
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

/** Centroid of a ring by the shoelace formula; the mean where the ring has no area. */
function centroid(ring: readonly Position[]): Position | undefined {
  const [originLon, originLat] = ring[0] ?? [0, 0];
  let area = 0;
  let lon = 0;
  let lat = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const next = ring[(at + 1) % ring.length];
    if (next === undefined) continue;
    const [ax, ay, bx, by] = [x - originLon, y - originLat, next[0] - originLon, next[1] - originLat];
    const cross = ax * by - bx * ay;
    area += cross;
    lon += (ax + bx) * cross;
    lat += (ay + by) * cross;
  }
  if (Math.abs(area) < 1e-12) return ring[0];
  return [originLon + lon / (3 * area), originLat + lat / (3 * area)];
}
