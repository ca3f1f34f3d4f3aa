/** Points on the earth. */

const EARTH = 6371; // kilometres

/** Kilometres between two points [latitude, longitude], as the crow flies. */
export function distance([lat, lon], [lat2, lon2]) {
  const arc = Math.PI / 180;
  const across = Math.sin(((lat2 - lat) * arc) / 2) ** 2;
  const along = Math.sin(((lon2 - lon) * arc) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(across + Math.cos(lat * arc) * Math.cos(lat2 * arc) * along)));
}
