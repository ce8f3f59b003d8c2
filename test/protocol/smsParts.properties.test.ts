import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';

import type { SmsParts } from '../../nodes/CascadeMessaging/protocol/smsParts';
import { partsByLibrary, smsPartsOf } from '../../nodes/CascadeMessaging/protocol/smsParts';
import { countSmsParts } from '../../simulator/gateway/smsParts';
import { RUNS } from './support/runs';

/** The same by another library, Twilio's. */
function byAnotherLibrary(text: string): SmsParts {
	const message = new SegmentedMessage(text);
	const isGsm = message.encodingName === 'GSM-7';
	const bits = isGsm ? 7 : 16;
	return {
		encoding: isGsm ? 'gsm7' : 'ucs2',
		characters: message.numberOfUnicodeScalars,
		units: message.messageSize / bits,
		parts: message.segmentsCount,
		lastPart: {
			units: (message.segments.at(-1)?.messageSizeInBits() ?? NaN) / bits,
			room: message.segmentsCount === 1 ? 1120 / bits : Math.floor((1120 - 48) / bits),
		},
	};
}

const GSM = Array.from('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà');
const EXTENSION = Array.from('\f^{}\\[~]|€');
const RUSSIAN = Array.from('АЯаяЁё №«»—…\u00a0');
const EMOJI = Array.from('😀🚀🎁\u{10ffff}');

/** Runs of one character bring texts to the ends of parts, and single characters move them by one. */
const textOf = (...alphabets: string[][]): fc.Arbitrary<string> => {
	const character = fc.constantFrom(...alphabets.flat());
	const run = fc
		.tuple(character, fc.constantFrom(1, 2, 33, 34, 66, 67, 70, 76, 151, 152, 153, 158))
		.map(([one, times]) => one.repeat(times));
	return fc.array(fc.oneof(character, run), { maxLength: 8 }).map((pieces) => pieces.join(''));
};
const texts = fc.oneof(
	textOf(GSM),
	textOf(GSM, EXTENSION),
	textOf(EXTENSION),
	textOf(RUSSIAN),
	textOf(EMOJI),
	textOf(RUSSIAN, EMOJI, ['a']),
	textOf(GSM, EXTENSION, RUSSIAN, EMOJI),
);

it('is told in a moment as the library tells it, of texts and of any characters', () => {
	const anything = fc
		.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), texts), { maxLength: 4 })
		.map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(fc.oneof(texts, anything), (text) => {
			expect(smsPartsOf(text)).toEqual(partsByLibrary(text));
		}),
		RUNS,
	);
});

it('is told of each character as the library tells it', () => {
	const differing = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
		(character) => JSON.stringify(smsPartsOf(character)) !== JSON.stringify(partsByLibrary(character)),
	);
	expect(differing).toEqual([]);
});

it('two libraries, and the simulator, agree on texts in which what a person takes for a character is one', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const parts = smsPartsOf(text);
			expect(parts).toEqual(byAnotherLibrary(text));
			expect(parts.parts).toBe(countSmsParts(text));
		}),
		RUNS,
	);
});

it('agrees with the simulator on any text, and fills each part but for what would be split', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
			const { characters, units, parts, lastPart, encoding } = smsPartsOf(text);
			expect(parts).toBe(countSmsParts(text));
			expect(characters).toBe(Array.from(text).length);
			const room = encoding === 'gsm7' ? [160, 153] : [70, 67];
			expect(lastPart.room).toBe(parts === 1 ? room[0] : room[1]);
			expect(lastPart.units).toBeLessThanOrEqual(lastPart.room);
			const before = units - lastPart.units;
			const full = (parts - 1) * lastPart.room;
			expect(before).toBeLessThanOrEqual(full);
			expect(before).toBeGreaterThanOrEqual(full - (parts - 1));
		}),
		RUNS,
	);
});

/**
 * Where the two differ, we are right: TS 23.040 (9.2.3.24.1) forbids to split an escape sequence or a character of UCS2, nothing else. What a
 * person takes for one character may be several of those, and a phone joins the parts before it shows them. Twilio's library keeps them in
 * one part all the same, which takes more parts now and then.
 */
it.each([
	['a family', 65, '👨‍👩‍👧', 61],
	['a flag', 65, '🇷🇺', 65],
	['a letter with an accent of its own', 66, 'и\u0306', 66],
])('the other library splits less than it may: %s at the end of a part', (_, before, character, after) => {
	const text = `${'я'.repeat(before)}${character}${'я'.repeat(after)}`;

	expect(smsPartsOf(text)).toMatchObject({ encoding: 'ucs2', units: 134, parts: 2 });
	expect(byAnotherLibrary(text)).toMatchObject({ encoding: 'ucs2', units: 134, parts: 3 });
});
