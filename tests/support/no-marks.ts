/** What an append says to the server's clocks when it moves none of them. */
export const NO_MARKS = {
  acknowledged: false,
  feedback: false,
  feedbackExtended: false,
  closed: false,
  reopened: false,
  challengeDecided: false,
  dueDay: null,
};
