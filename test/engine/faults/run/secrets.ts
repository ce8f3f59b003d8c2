/** Where secrets stand among what a run left behind, in any spelling a protocol gives them. */
export function secretsIn(leftBehind: unknown, account: Readonly<Record<string, string>>): string[] {
	const spellings = Object.values(account).flatMap(spellingsOf);
	return [...textsIn(leftBehind)].flatMap((text) => (spellings.some((one) => text.includes(one)) ? [`a secret stands in: ${text}`] : []));
}

function spellingsOf(secret: string): string[] {
	const inXml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
	const byNumber = secret.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
	const inUrl = encodeURIComponent(secret);
	return [secret, JSON.stringify(secret).slice(1, -1), inXml, byNumber, inUrl, inUrl.replaceAll('%20', '+')];
}

/** Every text in a value, however deep, also those of errors; names of fields too. */
function* textsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
	if (typeof value === 'string') yield value;
	if (typeof value !== 'object' || value === null || seen.has(value)) return;
	seen.add(value);
	for (const name of Object.getOwnPropertyNames(value)) {
		yield name;
		yield* textsIn(Reflect.get(value, name), seen);
	}
	if (value instanceof Map) yield* textsIn([...value], seen);
}
