import { sizesOf, type Weighted } from './k-means.ts';

/**
 * Mean silhouette (Rousseeuw 1987): for each point (b - a) / max(a, b), a the mean distance to its own cluster, b to the
 * nearest other one; 0 for whoever is alone. A point of weight w is w people at the same place.
 * Who asks for several divisions of the same points works their distances out once.
 */
export function silhouette(
  points: Weighted,
  labels: Int32Array,
  size: number,
  distances: Float32Array | null = null,
  sums: Float64Array = new Float64Array(points.x.length * size),
): number {
  const count = points.x.length;
  const sizes = sizesOf(labels, points.weights, size);
  sums.fill(0);
  for (let one = 0, pair = 0; one < count; one += 1) {
    const x = points.x[one] ?? 0;
    const y = points.y[one] ?? 0;
    const label = labels[one] ?? 0;
    const weight = points.weights[one] ?? 0;
    for (let other = one + 1; other < count; other += 1, pair += 1) {
      const distance =
        distances === null
          ? Math.sqrt((x - (points.x[other] ?? 0)) ** 2 + (y - (points.y[other] ?? 0)) ** 2)
          : (distances[pair] ?? 0);
      const here = one * size + (labels[other] ?? 0);
      const there = other * size + label;
      sums[here] = (sums[here] ?? 0) + distance * (points.weights[other] ?? 0);
      sums[there] = (sums[there] ?? 0) + distance * weight;
    }
  }
  let total = 0;
  let people = 0;
  for (let one = 0; one < count; one += 1) {
    const weight = points.weights[one] ?? 0;
    people += weight;
    total += weight * width(sums, one * size, sizes, labels[one] ?? 0);
  }
  return people > 0 ? total / people : 0;
}

/** Writes the distances from each point to all later ones into `distances`, one after another. */
export function measureDistances({ x, y }: Weighted, distances: Float32Array): void {
  const count = x.length;
  for (let one = 0, pair = 0; one < count; one += 1) {
    const px = x[one] ?? 0;
    const py = y[one] ?? 0;
    for (let other = one + 1; other < count; other += 1, pair += 1) {
      const dx = px - (x[other] ?? 0);
      const dy = py - (y[other] ?? 0);
      distances[pair] = Math.sqrt(dx * dx + dy * dy);
    }
  }
}

function width(sums: Float64Array, start: number, sizes: Float64Array, label: number): number {
  const own = (sizes[label] ?? 0) - 1;
  if (own <= 0) return 0;
  const inside = (sums[start + label] ?? 0) / own;
  let outside = Infinity;
  for (let cluster = 0; cluster < sizes.length; cluster += 1) {
    const people = sizes[cluster] ?? 0;
    if (cluster === label || people === 0) continue;
    outside = Math.min(outside, (sums[start + cluster] ?? 0) / people);
  }
  if (outside === Infinity) return 0;
  const larger = Math.max(inside, outside);
  return larger > 0 ? (outside - inside) / larger : 0;
}
