import type { Expectation, Expectations } from './row';

/** All goes well: everybody accepted but the one on the stop list, all states told, the two final ones reported. */
export const WELL: Expectations = {
	...{ json: 'AAARA ×1', xml: 'AAARA ×1', get: 'AAARA ×2', jsonNumbered: 'AAARA ×1', xmlNumbered: 'AAARA ×1' },
	...{ statusJson: 'TTT ×1', statusXml: 'TTT ×1', statusGet: 'TTT ×3' },
	...{ pollJson: 'TT ×1', pollXml: 'TT ×1' },
};

/** A note on states that come in part. */
export const WHOLE_STATES = 'What comes whole is told, when another try breaks off too.';

/** A code for all protocols, or one for each. */
type Codes = string | { readonly json: string; readonly xml: string; readonly get: string };

/** No usable answer, and the gateway may have acted: repeated with client numbers only, and for states. */
export function lost(codes: Codes, taken: 'taken' | 'not taken'): Expectations {
	const { json, xml, get } = typeof codes === 'string' ? { json: codes, xml: codes, get: codes } : codes;
	const repeated = taken === 'taken' ? 'PPPUP refusedByGateway ×2' : 'AAAUA refusedByGateway ×2';
	return {
		...{ json: `UUUUU ${json} ×1`, xml: `UUUUU ${xml} ×1`, get: `UUUUU ${get} ×2` },
		...{ jsonNumbered: `UUUUU ${json} ×2`, xmlNumbered: `UUUUU ${xml} ×2` },
		...{ jsonOnce: `UUUUU ${json} ×1`, getOnce: `UUURA ${get} ×2` },
		...{ jsonNumberedOnce: repeated, xmlNumberedOnce: repeated },
		...{ jsonNumberedOnceWithId: repeated, jsonNumberedOnceSentBefore: repeated, xmlNumberedOnceEcho: 'AAAUA refusedByGateway ×2' },
		...lostStates({ json, xml, get }),
	};
}

/** States could not be learnt: asked once more, and by later polls. */
export function lostStates(codes: Codes): Expectations {
	const { json, xml, get } = typeof codes === 'string' ? { json: codes, xml: codes, get: codes } : codes;
	return {
		...{ statusJson: `UUU ${json} ×2`, statusXml: `UUU ${xml} ×2`, statusGet: `UUU ${get} ×6` },
		...{ statusJsonOnce: 'TTT ×2', statusGetOnce: 'TTT ×4' },
		...{ pollJson: 'LL failed ×2', pollXml: 'LL failed ×2', pollJsonOnce: 'TT ×2' },
	};
}

/** As `lost`, by an answer that cannot be read: states are then asked for in smaller parts too, for one ID may have spoilt it. */
export function unreadable(codes: Codes, taken: 'taken' | 'not taken'): Expectations {
	const { json, xml } = typeof codes === 'string' ? { json: codes, xml: codes } : codes;
	return {
		...lost(codes, taken),
		...{ statusJson: `UUU ${json} ×6`, statusXml: `UUU ${xml} ×6`, pollJson: 'LL failed ×6', pollXml: 'LL failed ×6' },
	};
}

/** Something that another try would not change: `letters` for the five recipients, said once for each request. */
export function notRepeated(letters: string, code: string, stateCode = code): Expectations {
	const send = (requests: number): Expectation => [letters, code, `×${requests}`].filter((part) => part !== '').join(' ');
	return {
		...{ json: send(1), xml: send(1), get: send(2), jsonNumbered: send(1), xmlNumbered: send(1) },
		...{ statusJson: `UUU ${stateCode} ×1`, statusXml: `UUU ${stateCode} ×1`, statusGet: `UUU ${stateCode} ×3` },
		...{ pollJson: 'LL failed ×1', pollXml: 'LL failed ×1' },
	};
}
