import { SeenReplies } from '../../nodes/CascadeMessaging/replies/seenReplies';

it('a reply is new once for each trigger', () => {
	const seen = new SeenReplies();
	expect([seen.isNew('w1:n1', 'a'), seen.isNew('w1:n1', 'a'), seen.isNew('w2:n1', 'a'), seen.isNew('w1:n1', 'b')]).toEqual([
		true,
		false,
		true,
		true,
	]);
});

it('remembers the last 10,000', () => {
	const seen = new SeenReplies();
	for (let index = 0; index < 10_000; index++) seen.isNew('t', String(index));
	expect(seen.isNew('t', '0')).toBe(false);
	expect(seen.isNew('t', 'one more')).toBe(true);
	expect([seen.isNew('t', '1'), seen.isNew('t', '0')]).toEqual([false, true]);
});
