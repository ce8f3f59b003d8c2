import { refuse } from '../gateway/refusal';
import { isRecord } from '../isRecord';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A string that is whole Unicode. @throws {Refusal} that names the field */
export function jsonText(value: unknown, name: string): string {
	if (typeof value !== 'string') refuse(`Поле ${name} должно быть строкой`);
	if (LONE_SURROGATE.test(value)) refuse(`Поле ${name} содержит недопустимые символы`);
	return value;
}

/** A list. @throws {Refusal} that names the field */
export function jsonList(value: unknown, name: string): readonly unknown[] {
	if (!Array.isArray(value)) refuse(`Поле ${name} должно быть массивом`);
	return value;
}

/** A document that is one object. @throws {Refusal} in these words */
export function jsonDocument(text: string, words: string): Record<string, unknown> {
	try {
		const document: unknown = JSON.parse(text);
		if (isRecord(document)) return document;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
	}
	return refuse(words);
}

/** An object. @throws {Refusal} that names the field */
export function jsonRecord(value: unknown, name: string): Record<string, unknown> {
	if (!isRecord(value)) refuse(`Поле ${name} должно быть объектом`);
	return value;
}

/** An object of strings with no empty key, in its own order. @throws {Refusal} that names the field */
export function jsonTexts(value: unknown, name: string): ReadonlyMap<string, string> {
	const entries = Object.entries(jsonRecord(value, name)).map(([key, text]) => {
		if (key === '') refuse(`Поле ${name} содержит пустое имя`);
		return [jsonText(key, name), jsonText(text, `${name}.${key}`)] as const;
	});
	return new Map(entries);
}
