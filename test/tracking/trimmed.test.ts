import fc from 'fast-check';

import { trimmed } from '../../nodes/CascadeMessaging/tracking/trimmed';

it.each([
	['Autumn', 'Autumn'],
	[' Autumn sale\n', 'Autumn sale'],
	['\u00a0Autumn\u200b\u200e', 'Autumn'],
	['\ufeff\u2068Autumn\u2069', 'Autumn'],
	['\u00ad\u3164', ''],
	['', ''],
	[' ', ''],
	['x', 'x'],
	['Love ❤\ufe0f', 'Love ❤\ufe0f'],
])('%j is %j', (text, name) => {
	expect(trimmed(text)).toBe(name);
});

it('takes nothing from the inside, and no more the second time', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(' ', '\u200b', 'a', '😀', '\t') }), (text) => {
			const name = trimmed(text);
			expect(trimmed(name)).toBe(name);
			expect(text.includes(name)).toBe(true);
			expect(trimmed(` ${text}\u00a0`)).toBe(name);
		}),
	);
});
