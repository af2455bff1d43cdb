import { describe, expect, test } from 'vitest';
import { harmless } from '../../main/web/text/harmless';

describe('the words of somebody else', () => {
  test('do not turn what stands around them the other way', () => {
    expect(harmless('35.02N\u202e N85.04')).toBe('35.02N[U+202E] N85.04');
    expect(harmless('a\u202db\u202cc')).toBe('a[U+202D]b[U+202C]c');
  });

  test('hide nothing', () => {
    expect(harmless('A\u200b1\u0000\ufeff\u009b')).toBe('A[U+200B]1[U+0000][U+FEFF][U+009B]');
  });

  test('stay as they are in every language that is written here', () => {
    for (const text of ['Конвой вышел.\nЖдём.', 'القافلة في الطريق.\tلاحقًا', 'نمی\u200cدانم', '\u206835.02N 40.58E\u2069', '<script>']) {
      expect(harmless(text)).toBe(text);
    }
  });
});
