import fc from 'fast-check';

import type { Place } from '../../../../nodes/CascadeMessaging/operations/shared/account/changeRequests';
import { requestsFor } from '../../../../nodes/CascadeMessaging/operations/shared/account/changeRequests';
import { RUNS } from '../../../protocol/support/runs';

const wanted = (phone: string, change: string, contactList?: string): Place<string> => ({
	item: 0,
	phone,
	change,
	...(contactList !== undefined && { contactList }),
});

const shown = async (...places: Place<string>[]): Promise<string[][]> =>
	(await requestsFor(places)).map((request) => request.map(({ phone, change, places: of }) => `${phone} ${change} ${of.join('+')}`));

it('one request takes 500', async () => {
	const places = Array.from({ length: 501 }, (_, index) => wanted(String(index), 'add'));
	expect((await requestsFor(places)).map(({ length }) => length)).toEqual([500, 1]);
});

it('each list has requests of its own', async () => {
	expect(await shown(wanted('1', 'a', '4'), wanted('1', 'a', '5'), wanted('2', 'a', '4'))).toEqual([['1 a 0', '2 a 2'], ['1 a 1']]);
});

it('equal changes of a phone are made once, others in their order', async () => {
	expect(await shown(wanted('1', 'a'), wanted('1', 'a'), wanted('1', 'b'), wanted('2', 'a'), wanted('1', 'a'))).toEqual([
		['1 a 0+1', '2 a 3'],
		['1 b 2'],
		['1 a 4'],
	]);
});

it('what cannot be read is in none', async () => {
	expect(await shown({ item: 0, failure: { code: 'phoneInvalid', message: 'No phone.' } })).toEqual([]);
});

it('every place is served once, no phone stands twice in a request, and the last change of a phone is made last', async () => {
	const anyPlace = fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('a', 'b'), fc.constantFrom('4', '5', undefined));
	await fc.assert(
		fc.asyncProperty(fc.array(anyPlace, { maxLength: 30 }), async (given) => {
			const requests = await requestsFor(given.map((one) => wanted(...one)));
			expect(requests.flatMap((request) => request.flatMap(({ places }) => places)).sort((a, b) => a - b)).toEqual([...given.keys()]);
			for (const request of requests) {
				expect(new Set(request.map(({ phone }) => phone)).size).toBe(request.length);
				expect(new Set(request.map(({ contactList }) => contactList)).size).toBe(1);
			}
			const made = new Map(requests.flat().map(({ phone, contactList, change }) => [`${phone} ${contactList}`, change]));
			const last = new Map(given.map(([phone, change, contactList]) => [`${phone} ${contactList}`, change]));
			expect(Object.fromEntries(made)).toEqual(Object.fromEntries(last));
		}),
		RUNS,
	);
});
