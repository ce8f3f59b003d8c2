import { isPhone } from '../../gateway/isPhone';
import { onlyKnown } from '../../gateway/knownFields';
import { refuse, WORDS } from '../../gateway/refusal';
import { jsonList, jsonRecord, jsonText } from '../jsonValues';

/** A list of phones; none where the field is absent. @throws {Refusal} when it is no list, or one is no phone */
export function phoneList(value: unknown, name: string): readonly string[] {
	return jsonList(value ?? [], name).map((one) => phoneOf(one));
}

/** A phone. @throws {Refusal} when it is none */
export function phoneOf(value: unknown): string {
	const phone = jsonText(value, 'phone');
	return isPhone(phone) ? phone : refuse(WORDS.badPhone);
}

/** A list of records with no other fields than these, all of them texts; none where it is absent. @throws {Refusal} that names the field */
export function textRecords(value: unknown, name: string, fields: readonly string[]): readonly Readonly<Record<string, string>>[] {
	return jsonList(value ?? [], name).map((one) => textRecord(one, name, fields));
}

/** A record with no other fields than these, all of them texts. @throws {Refusal} that names the field */
export function textRecord(value: unknown, name: string, fields: readonly string[]): Readonly<Record<string, string>> {
	const record = jsonRecord(value, name);
	onlyKnown(Object.keys(record), fields);
	return Object.fromEntries(Object.entries(record).map(([key, text]) => [key, jsonText(text, key)]));
}

/** What must be there. @throws {Refusal} that names the field when it is not */
export function required(value: string | undefined, name: string): string {
	return value === undefined || value === '' ? refuse(`Не указано поле ${name}`) : value;
}
