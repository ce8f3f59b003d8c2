import { OneForEach } from '../../nodes/CascadeMessaging/transport/oneForEach';

it('makes one thing for each key, when it is first asked for', () => {
	const make = jest.fn(() => ({}));
	const things = new OneForEach(make);
	expect(make).not.toHaveBeenCalled();
	const a = things.of('a');

	expect(things.of('a')).toBe(a);
	expect(things.of('b')).not.toBe(a);
	expect(make).toHaveBeenCalledTimes(2);
});
