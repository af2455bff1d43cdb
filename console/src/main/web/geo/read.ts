import { readMgrs, readUtm, type Place } from './grid';

const ANGLE = String.raw`(\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′]?\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*["″]?\s*)?`;
const LETTERED = new RegExp(`^${ANGLE}([NS])[\\s,;/]*${ANGLE}([EW])$`, 'i');
const PLAIN = /^([+-]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)$/;

function degrees(deg = '', min = '0', sec = '0', letter = ''): number {
  const number = (text: string) => Number(text.replace(',', '.'));
  const size = number(deg) + number(min || '0') / 60 + number(sec || '0') / 3600;
  return /[SW]/i.test(letter) ? -size : size;
}

/**
 * A place as somebody typed it, to look at it on the map: degrees, with minutes and seconds or without, latitude first; MGRS; UTM.
 * What is said to others the node reads, in more forms and with warnings.
 */
export function readPlace(text: string): Place | undefined {
  const given = text.trim();
  const lettered = LETTERED.exec(given);
  const plain = PLAIN.exec(given);
  const place = lettered
    ? {
        lat: degrees(lettered[1], lettered[2], lettered[3], lettered[4]),
        lon: degrees(lettered[5], lettered[6], lettered[7], lettered[8]),
      }
    : plain
      ? { lat: Number(plain[1]), lon: Number(plain[2]) }
      : (readUtm(given) ?? readMgrs(given));
  return place && Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? place : undefined;
}

const METRES: Readonly<Record<string, number>> = { m: 1, km: 1_000, nm: 1_852, ft: 0.3048 };

/** A length as somebody typed it, in metres, to draw it. A bare number is none. */
export function readLength(text: string): number | undefined {
  const [, size = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*(m|km|nm|ft)$/i.exec(text.trim()) ?? [];
  const metres = METRES[unit.toLowerCase()];
  return metres === undefined ? undefined : Number(size.replace(',', '.')) * metres;
}
