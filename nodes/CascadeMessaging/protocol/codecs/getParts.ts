import type { RecipientAnswer } from '../answers';
import { isGatewayId } from '../scalars';
import { withoutEnds } from './getText';

/** What programs put around a value. */
const AROUND = /[\s"'`«»“”„()[\].;]/;

/** What may stand before an ID. */
const LABELLED = /^(?:ids?|id_messages?|message_?ids?|ok|accepted|success|sent|queued)\s{0,5}[:=]?\s{0,5}["']?(\d{1,64})$/i;

/** A phone and what became of it, or the other way round. */
const PAIR = /^\+?(\d{1,64})\s{0,5}[:=;\s-]\s{0,5}["']?\+?(\d{1,64})$/;

/** What programs write where there is no ID, and no reason for refusal either. */
const SAYS_NOTHING =
	/^(?:-\d{1,64}|\d{1,64}(?:\.\d{1,64})?e[+-]?\d{1,64}|null|nil|none|nan|undefined|true|false|ok|success|accepted|sent|send|queued)$/i;

const MARKED = /^error\s{0,5}[:=]\s{0,5}/i;

/** Says whether words call themselves a refusal. */
export function isMarked(part: string): boolean {
	return MARKED.test(part);
}

/** Words without what calls them a refusal. */
export function withoutMark(words: string): string {
	return words.replace(MARKED, '');
}

/**
 * What a part of an answer says for certain of a phone; `undefined` for words. An ID means accepted: alone, with a label, or beside its
 * phone. `0` means refused without a reason (docs/protocol.md section 6.10). An empty part, and one that says nothing such as `null` or
 * `ok`, leaves it open.
 */
export function readPart(raw: string, phones: readonly string[]): RecipientAnswer | undefined {
	const part = withoutEnds(raw, AROUND);
	if (part === '' || SAYS_NOTHING.test(part)) return { accepted: false, reason: null, raw };
	if (isMarked(part)) return { accepted: false, reason: withoutMark(raw.trim()) || null, raw };
	if (/^0{1,64}$/.test(part)) return { accepted: false, reason: part, raw };
	const messageId = isGatewayId(part) ? part : (LABELLED.exec(part)?.[1] ?? '');
	return isGatewayId(messageId) ? acceptedWith(messageId, raw) : readPair(part, phones);
}

function readPair(part: string, phones: readonly string[]): RecipientAnswer | undefined {
	const pair = PAIR.exec(part)?.slice(1) ?? [];
	const phone = pair.find((digits) => phones.includes(digits));
	const other = pair.find((digits) => digits !== phone);
	if (phone === undefined || other === undefined) return undefined;
	return isGatewayId(other) ? { ...acceptedWith(other, other), phone } : { accepted: false, reason: other, raw: other, phone };
}

function acceptedWith(messageId: string, raw: string): RecipientAnswer {
	return { accepted: true, messageId, parts: null, channelIds: {}, raw };
}

/** The parts of an answer, in the order of the phones: separated by commas, or by lines, semicolons and bars. */
export function splitParts(answer: string): string[] {
	const lines = withoutEnds(answer, /[\s"'[\]()]/)
		.split(/[;|\r\n]/)
		.filter((line) => line.trim() !== '');
	return lines.flatMap((line, index) => {
		if (lines.length > 1 && isMarked(line.trim())) return [line];
		const parts = line.split(',');
		const isLast = index === lines.length - 1;
		// A comma at the end of a line adds nothing to the line break; on the last line, an empty part follows it.
		return (!isLast && parts.at(-1)?.trim() === '' ? parts.slice(0, -1) : parts).flatMap(splitIds);
	});
}

/** Splits IDs with blanks between them. Short ones are not split: they may be one number with blanks in it. */
function splitIds(part: string): string[] {
	const words = part.trim().split(/\s+/);
	return words.length > 1 && words.every((word) => isLongId(word)) ? words : [part];
}

/** Among words a short number may be anything, such as the kopecks of a balance. */
export function isLongId(text: string): boolean {
	return isGatewayId(text) && text.length >= 6;
}

/** A number of six digits and more that is neither a part of a word nor of an amount. */
const NUMBER = /(?<![\p{L}\d_.,+/:-])\d{6,64}(?![\p{L}\d_/:-]|[.,]\d)/gu;

const SAME_PHONE = 10;

/** The numbers among words that may be IDs of messages just sent: none of them is one of the phones, however it is written. */
export function possibleIds(words: string, phones: readonly string[]): string[] {
	const ends = new Set(phones.map((phone) => phone.slice(-SAME_PHONE)));
	const numbers = [...words.matchAll(NUMBER)].map(([number]) => number);
	return [...new Set(numbers)].filter((number) => isGatewayId(number) && !ends.has(number.slice(-SAME_PHONE)));
}
