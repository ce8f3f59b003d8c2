import { once } from '../../nodes/CascadeMessaging/protocol/once';

it('makes a thing when it is asked for, and once', () => {
	const make = jest.fn(() => ({}));
	const thing = once(make);
	expect(make).not.toHaveBeenCalled();

	const first = thing();

	expect(thing()).toBe(first);
	expect(make).toHaveBeenCalledTimes(1);
});

it('nothing is a thing, too', () => {
	const make = jest.fn(() => null);
	const thing = once(make);

	expect([thing(), thing()]).toEqual([null, null]);
	expect(make).toHaveBeenCalledTimes(1);
});

it('tries again what was not made', () => {
	const make = jest
		.fn(() => 'made')
		.mockImplementationOnce(() => {
			throw new Error('not now');
		});
	const thing = once<string>(make);

	expect(thing).toThrow('not now');
	expect(thing()).toBe('made');
});
