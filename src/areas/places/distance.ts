import type { Point } from './place.ts';

const EARTH_RADIUS_KM = 6371.0088;

/**
 * The way over ground in kilometres, by the haversine formula (R. W. Sinnott, "Virtues of the
 * Haversine", Sky and Telescope 68 (1984), 159) on a sphere with the mean radius of the earth (IUGG).
 *
 * @example distanceKm({ lat: 50.83, lon: 12.92 }, { lat: 51.05, lon: 13.74 }) // about 62
 */
export function distanceKm(a: Point, b: Point): number {
  const north = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const east = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const half = north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

export function middleOf(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return {
    lat: points.reduce((sum, point) => sum + point.lat, 0) / count,
    lon: points.reduce((sum, point) => sum + point.lon, 0) / count,
  };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
