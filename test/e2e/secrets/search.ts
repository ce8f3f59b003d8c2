import { textForms } from './forms';
import type { Secret } from './madeUp';
import { SECRETS } from './madeUp';

/** Somewhere that something may have been kept. */
export interface Place {
	readonly name: string;
	readonly content: Buffer | string;
}

/** A secret that was found. */
export interface Finding {
	readonly place: string;
	readonly secret: string;
	/** The way in which it is written there, by the names of `forms.ts`; `a part, …` when only its beginning or end is there. */
	readonly form: string;
	/** What stands around it. */
	readonly around: string;
}

interface Needle {
	readonly form: string;
	readonly bytes: Buffer;
}

interface Needles {
	/** Beginning and end of the secret: each writing of the whole holds one of them. */
	readonly parts: readonly Needle[];
	readonly whole: readonly Needle[];
}

const known = new Map<Secret, Needles>();

function needlesOf(secret: Secret): Needles {
	const needles = known.get(secret) ?? { parts: different(secret.marks.flatMap(formsOf)), whole: formsOf(secret.value) };
	known.set(secret, needles);
	return needles;
}

function formsOf(text: string): Needle[] {
	const little = Buffer.from(text, 'utf16le');
	const wide = [little, Buffer.from(little).swap16()].map((bytes) => ({ form: 'UTF-16', bytes }));
	return [...[...textForms(text)].map(([form, written]) => ({ form, bytes: Buffer.from(written) })), ...wide];
}

/** Most ways of writing leave the marks as they are: once is enough. */
function different(needles: readonly Needle[]): Needle[] {
	return [...new Map(needles.map((needle) => [needle.bytes.toString('hex'), needle] as const).reverse()).values()];
}

const MOST_PLACES = 5;
const REACH = 4000;

/** Looks for each secret in every writing, whole and in part. What is found once in a place is not told twice. */
export function findSecrets(places: readonly Place[], secrets: readonly Secret[] = SECRETS): Finding[] {
	return places.flatMap(({ name, content }) => {
		const bytes = typeof content === 'string' ? Buffer.from(content) : content;
		return secrets.flatMap((secret) => findOne(bytes, secret).map((found) => ({ place: name, secret: secret.name, ...found })));
	});
}

function findOne(bytes: Buffer, secret: Secret): Pick<Finding, 'form' | 'around'>[] {
	const { parts, whole } = needlesOf(secret);
	const places = parts.flatMap((part) => placesOf(bytes, part).map((at) => ({ at, part })));
	const around = places.map(({ at }) => bytes.subarray(Math.max(at - REACH, 0), at + REACH));
	const found = whole.flatMap(({ form, bytes: text }) => {
		const where = around.find((some) => some.includes(text));
		return where === undefined ? [] : [{ form, around: excerpt(where, where.indexOf(text), text.length) }];
	});
	if (found.length > 0) return found;
	return places.map(({ at, part }) => ({ form: `a part, ${part.form}`, around: excerpt(bytes, at, part.bytes.length) }));
}

function placesOf(bytes: Buffer, { bytes: text }: Needle): number[] {
	const places: number[] = [];
	for (let at = bytes.indexOf(text); at !== -1 && places.length < MOST_PLACES; at = bytes.indexOf(text, at + 1)) places.push(at);
	return places;
}

function excerpt(bytes: Buffer, at: number, length: number): string {
	return bytes.subarray(Math.max(at - 120, 0), at + length + 40).toString();
}
