/** The words around the tables. */
export const INTRODUCTION = `# When the gateway fails

<!-- Made by the tests in test/engine/faults of what they saw. To renew it: UPDATE_DOCS=1 npx jest test/engine/faults -->

This page says what you see in n8n when something goes wrong between n8n and the gateway: what stands in the output, and how often the
gateway is asked. Each cell was played in n8n's own engine against the [gateway simulator](../simulator/README.md), over real connections.

**What the output says of a recipient**

- **accepted**: the gateway took the message and gave an ID.
- **accepted before** (\`repeat: true\`): the gateway says that it took a message with this client number before, so it was not sent again.
- **refused**: the gateway said no. Nothing was sent.
- **not sent**: the message surely did not reach the gateway. You can send it again.
- **unknown**: the message may have been sent. Look in your operator's cabinet before you send it again.
- **told wrongly**: the output says something else than what happened. Nobody could notice, because the protocol has no means for it. It
  happens over GET only.

The outcome stands in \`error.outcome\` as \`notSent\`, \`refused\` or \`unknown\`. Words in brackets are the codes in \`error.code\`.
An **answer for nobody** is an answer that fits no recipient. It gets a line of its own, so that its ID is not lost.

**What is tried again by itself**

- What surely did not arrive.
- What may have arrived, if every recipient of the request has a client number: the gateway sends a number only once.
- Questions about states. They do no harm. Over GET they wait a minute, because the gateway refuses the same question within one.

Refusals, redirects and certificates that are not trusted are never tried again. All runs on this page have **Retries** set to 1.
The usual number is 3.

**What never happens**, in any cell: nobody is sent to twice, no ID that came whole is lost, no run hangs or crashes, and no password or
login stands in the output.`;

export const SEND = `## Send

A run sends two texts to five recipients: two messages with JSON and XML, which travel in one request, and two requests with GET. The fourth
recipient is on the operator's stop list. **As usual** means: this one is refused, and the other four are accepted. The trouble lasts as long
as the run, unless the row says otherwise.

This is with On Error set to continue. When it says stop, the run ends with an error that holds the same lines under Error data, and makes no
further requests: who is in one of them is **not sent**. A trouble of each kind was played both ways.`;

export const SEND_ONCE = `### When the trouble is over after the first request

Where client numbers are used, the gateway knows them from the first try, if it took the messages. It may then refuse them in words, of its own or of
the SMS interface, refuse them and tell the ID of the first message too, or answer as it did the first time. A refusal for another reason, as of the recipient on the
stop list, is **unknown** then: the first try may have been accepted.`;

export const PREVIEW = `## Preview with Estimate Cost

A run previews a message to five recipients. It asks for the balance and the prices first, and then for the operators of the phones, always in JSON. **As usual** means that all five are
shown with their cost. Whatever happens, all five are shown; why there is no cost stands in \`run.cost.problem\`, with the code in brackets.`;

export const LOOK_UP = `## Questions about the account

A run looks three phones up: one request. **As usual** means that all three are told. The other questions about the account (balance, senders, stop list, contact lists, contacts) go the same way.`;

export const STOP = `## Changes of the account

A run puts three phones on the stop list: one request. **As usual** means that all three are added. What is told is held against the list. What may have been done is **unknown** and not tried again by itself; whoever runs
it again does no harm. Changes of contact lists go the same way.`;

export const STATUS = `## Get Status

A run asks about three messages: one delivered, one expired, one in progress. GET makes a request for each. **As usual** means that all three
are told.`;

/** The section on Track: how many faults were tried, and with how many it did its work without a request. */
export function track(faults: number, untouched: number): string {
	return `## Track

Track never asks the gateway. With each of ${faults} kinds of trouble it handed its messages over in ${untouched} and made no request.`;
}

export const POLL = `## The trigger's poll

Two messages have reached a final state, a third one is in progress. **As usual** means that the two are reported. When nothing can be learnt,
the poll fails: n8n shows that once an hour. Nothing is lost by it, the messages are asked about again.`;
