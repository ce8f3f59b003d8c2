import { split } from 'split-sms';

/** How the text of an SMS is written over the air: GSM-7 where all its characters are in that alphabet, else UCS-2. */
export type SmsEncoding = 'gsm7' | 'ucs2';

/** What the text of an SMS takes. A message is charged for each of its parts. */
export interface SmsParts {
	readonly encoding: SmsEncoding;
	/** Unicode code points. */
	readonly characters: number;
	/** Septets of GSM-7, where `^{}[]~\|€` and a form feed take two each, or 16-bit units of UCS-2, where most emoji take two. */
	readonly units: number;
	readonly parts: number;
	/** The units in the last part, and how many it could hold. */
	readonly lastPart: { readonly units: number; readonly room: number };
}

/** What GSM-7 has of its own, and what it has by an escape. */
const BASIC = '\\n\\r -#%-?A-Z_a-z@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà';
const ESCAPED = '\\f^{}\\\\[~\\]|€';
const ONLY_BASIC = new RegExp(`^[${BASIC}]*$`);
const BEYOND_GSM = new RegExp(`[^${BASIC}${ESCAPED}]`);
const SURROGATES = /[\ud800-\udfff]/;

const OCTETS_OF_UNIT = { GSM: 1, Unicode: 2 } as const;

/**
 * What a text takes as an SMS, by 3GPP TS 23.038 and 23.040 (9.2.3.24.1): one part holds 160 units of GSM-7 or 70 of UCS-2, each of several
 * holds 153 or 67. A character that takes two units is never split between parts, so a part may end with one unit unused. An empty text is
 * one empty part. Half a character (a lone surrogate), which the gateway cannot be sent, counts as one character of UCS-2.
 *
 * Most texts have no character of two units: that takes a pattern and a division, where the library goes through its alphabet for each
 * character. A property test compares the two.
 *
 * @example smsPartsOf('Код: 1234') // { encoding: 'ucs2', characters: 9, units: 9, parts: 1, lastPart: { units: 9, room: 70 } }
 */
export function smsPartsOf(text: string): SmsParts {
	if (ONLY_BASIC.test(text)) return evenParts('gsm7', text.length, { alone: 160, together: 153 });
	if (BEYOND_GSM.test(text) && !SURROGATES.test(text)) return evenParts('ucs2', text.length, { alone: 70, together: 67 });
	return partsByLibrary(text);
}

/** The parts of a text in which each character is one unit; `alone` fit into a message of one part, else `together` into each of several. */
function evenParts(encoding: SmsEncoding, units: number, { alone, together }: Readonly<Record<'alone' | 'together', number>>): SmsParts {
	const room = units <= alone ? alone : together;
	const parts = Math.max(1, Math.ceil(units / room));
	return { encoding, characters: units, units, parts, lastPart: { units: units - (parts - 1) * room, room } };
}

/** As `smsPartsOf`, for any text. */
export function partsByLibrary(text: string): SmsParts {
	const { characterSet, length, bytes, parts, remainingInPart } = split(text.toWellFormed(), { summary: true });
	const octets = OCTETS_OF_UNIT[characterSet];
	const units = (parts.at(-1)?.bytes ?? 0) / octets;
	return {
		encoding: characterSet === 'GSM' ? 'gsm7' : 'ucs2',
		characters: length,
		units: bytes / octets,
		parts: parts.length,
		lastPart: { units, room: units + remainingInPart },
	};
}
