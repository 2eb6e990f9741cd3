/** Bytes of the largest message that is read: what an app says about a large machine and its context. */
export const largestMessage = 4_000_000;

/** Connections that are open at a time. */
export const mostConnections = 64;

/** The port that is tried first when none is asked for, and how many after it. */
export const usualPort = 4_747;
/** Ports tried one after the other before any free one is taken. */
export const portsTried = 20;
