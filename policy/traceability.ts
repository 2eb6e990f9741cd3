import type { CaseEventType } from '../domain/events.ts';
import type { FactName } from '../domain/facts.ts';
import type { AmbiguityNumber, RuleNumber } from './citation.ts';
import type { ParameterName } from './parameters.ts';

/** What carries a rule besides a citation. A test holds every one against the real machines and catalogues. */
export type Carrier =
  | `parameter ${ParameterName}`
  | `condition ${string}`
  | `fact ${FactName}`
  | `event ${CaseEventType}`
  /** A field that a case is opened with, such as `input order.waybill`. */
  | `input ${string}`
  /** A state of the parcel case, such as `state lost.searching`. */
  | `state ${string}`
  /** A transition of the parcel case, such as `transition lost.delivering + parcel.collected`. */
  | `transition ${string} + ${string}`
  /** An effect some state requests, if need be with its notice, question or instruction. */
  | `effect ${string}`;

/** Where a rule went: what carries it, or in one line why nothing does. */
export type Trace =
  | {
      readonly carriedBy: readonly [Carrier, ...Carrier[]];
      /** The part of the rule that is left out, and why. */
      readonly except?: string;
    }
  | { readonly excused: string };

/** Rules that no citation carries alone. Citations of articles and the like are collected. */
export const traces: Readonly<Partial<Record<RuleNumber, Trace>>> = {
  // Handling of every case
  'R-001': { carriedBy: ['condition nothingOpen', 'state closed'] },
  'R-002': { excused: 'Telephone numbers and contact persons decide nothing; the host keeps personal data.' },
  'R-003': { excused: 'Whom the merchant rings first is conduct (A-18).' },
  'R-004': {
    carriedBy: ['input order.waybill', 'input order.courier'],
    except: 'The time of delivery is asked for where a rule reads it.',
  },
  'R-005': { carriedBy: ['state exception.none', 'transition exception.none + damage.reported'] },
  'R-006': { carriedBy: ['condition nothingOpen'] },
  'R-007': { excused: 'A review after the case; it changes nothing in it.' },
  'R-008': {
    carriedBy: ['effect scheduleDeadline'],
    except: 'Every deadline names the party that must act; persons are the business of the host.',
  },
  'R-009': { carriedBy: ['effect notifyBuyer'], except: 'No guide says how soon.' },
  'R-010': { excused: 'Prevention; dated parameters let policy change without touching open cases.' },
  'R-011': { excused: 'Analysis over many cases; the verdicts and facts it needs are in every snapshot.' },
  'R-012': { carriedBy: ['fact damageCause', 'fact forceMajeure', 'fact holdReason'] },
  'R-013': {
    carriedBy: [
      'transition exception.none + damage.reported',
      'transition exception.none + loss.reported',
      'transition exception.none + delivery.late',
      'fact signedSlip',
    ],
  },
  'R-014': { carriedBy: ['fact areaFinding', 'transition exception.none + recipient.unreachable'] },
  'R-015': {
    carriedBy: [
      'transition exception.none + receipt.denied',
      'transition exception.none + pickup.missing',
      'transition exception.none + tracking.stale',
      'transition exception.none + tracking.absent',
      'transition exception.none + delivery.stalled',
      'transition exception.none + delivery.stuck',
    ],
  },
  'R-016': { excused: 'The log of events is the record that a note in the order would copy.' },
  'R-017': { excused: 'A restored snapshot lets anybody go on; who does is the business of the host.' },
  'R-018': { carriedBy: ['effect relabel'] },
  'R-019': {
    carriedBy: ['effect notifyBuyer noAutomaticConfirmation', 'state overArea.waiting'],
    except: 'Said only while a suspended service is waited for.',
  },
  'R-020': { carriedBy: ['effect extendReceipt', 'transition receipt.running + receipt.extended'] },
  'R-021': { excused: 'The channel of a notice is the choice of the host.' },
  'R-022': {
    excused: 'Words of tracking are mapped by the adapters of the feeds; machines start at events.',
  },
  'R-025': { carriedBy: ['state recovery.due', 'effect fileClaim'] },
  'R-026': { excused: 'Tone of a notice.' },
  'R-027': { excused: 'Prevention.' },

  // What the courier does with a problem parcel
  'R-037': { excused: 'Conduct.' },
  'R-028': { excused: 'A check by the courier before a case is opened.' },
  'R-029': {
    carriedBy: ['effect instructCourier secureGoods', 'transition damaged.leaking + goods.secured'],
    except: 'Contaminated goods are photographed and repacked.',
  },
  'R-030': { carriedBy: ['effect askParty refusalReason', 'effect askParty disposition'] },
  'R-031': {
    carriedBy: [
      'transition damaged.warned + return.agreed',
      'transition remedy.choosing + remedy.reshipChosen',
    ],
  },
  'R-032': { excused: 'Coordination inside the courier.' },
  'R-033': { excused: 'The log of events, the verdict and the postings are that record.' },
  'R-034': { carriedBy: ['effect notifyBuyer result', 'event buyer.notified'] },
  'R-035': { excused: 'Prevention.' },
  'R-036': { excused: 'The guide breaks off after this step; quantity and recipient decide nothing here.' },
  'R-038': {
    carriedBy: [
      'state lost.searching',
      'effect instructCourier searchBranch',
      'effect notifyBuyer searchUnderWay',
    ],
  },
  'R-039': { excused: 'Conduct; no time is given.' },
  'R-040': { excused: 'The channel of a report is the business of the host.' },
  'R-041': {
    carriedBy: ['input order.waybill', 'event damage.reported', 'event loss.reported'],
    except: 'Names and contacts are personal data of the host.',
  },
  'R-042': { carriedBy: ['input caseId'] },
  'R-043': { carriedBy: ['fact courierCoverage'] },
  'R-044': { carriedBy: ['state exception.none'], except: 'Urgency decides nothing.' },
  'R-045': {
    carriedBy: [
      'state lost.searching.branch',
      'state lost.searching.centre',
      'state lost.verifying',
      'effect notifyBuyer searchUnderWay',
      'effect notifyBuyer parcelFound',
      'effect notifyBuyer lossConfirmed',
    ],
  },
  'R-046': {
    carriedBy: [
      'transition lost.searching + parcel.found',
      'transition remedy.choosing + remedy.concessionAgreed',
      'transition remedy.choosing + remedy.reshipChosen',
    ],
  },
  'R-047': {
    carriedBy: ['transition lost + facts.established'],
    except: 'Queries are the business of the host.',
  },
  'R-048': { carriedBy: ['event buyer.notified', 'state closed'], except: 'Ratings decide nothing.' },
  'R-049': { excused: 'Conduct.' },
  'R-050': {
    carriedBy: ['input order.waybill'],
    except:
      'Destination and time of shipping are asked for where a rule reads them; no rule reads the origin (A-46).',
  },
  'R-051': { carriedBy: ['effect instructCourier verifyTracking'] },
  'R-052': { excused: 'Conduct.' },
  'R-053': { excused: 'The guide has only the heading.' },

  // Refused
  'R-060': {
    carriedBy: [
      'transition exception.none + recipient.unreachable',
      'transition recipient.redelivering + delivery.failed',
      'transition refused.redelivering + delivery.failed',
    ],
    except: 'A failed attempt is no refusal (A-06).',
  },
  'R-061': {
    carriedBy: [
      'transition exception.none + recipient.unreachable',
      'transition recipient.redelivering + delivery.failed',
      'transition refused.redelivering + delivery.failed',
    ],
    except: 'A failed attempt is no refusal (A-06).',
  },
  'R-063': { carriedBy: ['fact refusalReason'] },
  'R-065': { carriedBy: ['state refused.askingSender', 'effect askParty disposition'] },
  'R-066': { carriedBy: ['effect instructCourier redeliver', 'effect instructCourier returnToSender'] },
  'R-067': {
    carriedBy: [
      'transition remedy.choosing + remedy.exchangeChosen',
      'transition remedy.choosing + remedy.reshipChosen',
    ],
  },
  'R-068': { carriedBy: ['fact damageCause'] },
  'R-072': { carriedBy: ['effect instructCourier returnToSender'] },
  'R-078': { carriedBy: ['transition refused.askingSender + collectFreight.prepaid'] },
  'R-081': { excused: 'Prevention.' },
  'R-082': { excused: 'Prevention.' },
  'R-083': { excused: 'Prevention.' },
  'R-085': { excused: 'A metric; no case depends on it.' },
  'R-086': { excused: 'Prevention.' },

  // Damaged
  'R-087': { carriedBy: ['fact damageProof'] },
  'R-090': {
    carriedBy: [
      'transition remedy.choosing + remedy.refundChosen',
      'transition remedy.choosing + remedy.reshipChosen',
    ],
  },
  'R-092': {
    carriedBy: ['state damaged.warned', 'transition damaged.warned + inspection.agreed'],
    except: 'The time of the new delivery is agreed outside.',
  },
  'R-093': {
    carriedBy: [
      'transition damaged.warned + inspection.agreed',
      'effect instructCourier deliverWithInspection',
      'effect notifyBuyer inspectFirst',
    ],
  },
  'R-096': {
    carriedBy: ['effect notifyBuyer inspectFirst'],
    except: 'The telephone number is added by the host.',
  },
  'R-106': { carriedBy: ['state recovery.due', 'transition recovery.awaitingReply + claim.accepted'] },

  // Lost, stale, signed but not received
  'R-120': { carriedBy: ['effect instructCourier searchBranch', 'state lost.searching.branch'] },
  'R-121': { carriedBy: ['effect instructCourier searchCentre', 'state lost.searching.centre'] },
  'R-122': { carriedBy: ['effect askParty confirmLoss', 'effect instructCourier verifyTracking'] },
  'R-123': {
    carriedBy: [
      'transition remedy.choosing + remedy.refundChosen',
      'transition remedy.choosing + remedy.reshipChosen',
      'transition remedy.checkingStock + stock.confirmed',
      'transition remedy.checkingStock + stock.missing',
    ],
  },
  'R-124': { carriedBy: ['effect notifyBuyer lossConfirmed'] },
  'R-126': { excused: 'Tone of a notice.' },
  'R-129': {
    carriedBy: [
      'state lost.confirmingPickup',
      'effect askParty stock',
      'transition remedy.reshipping.preparing + reshipment.lapsed',
    ],
  },
  'R-130': { carriedBy: ['effect fileClaim'] },
  'R-218': { carriedBy: ['state lost.watching', 'effect instructCourier verifyTracking'] },
  'R-228': { excused: 'A metric; no case depends on it.' },
  'R-240': { carriedBy: ['event damage.warned', 'event loss.reported'] },
  'R-245': { excused: 'A target for answering a chat; nothing lapses with it.' },
  'R-246': {
    carriedBy: ['transition lost.assessment + parcel.found', 'transition lost.delivering + parcel.collected'],
    except: 'An unreachable recipient, a wrong number or another area is an exception of its own.',
  },
  'R-247': { carriedBy: ['fact signedSlip'], except: 'The case asks the courier, whoever signed (A-32).' },
  'R-248': { carriedBy: ['fact signedSlip', 'fact contactProof', 'fact consentProof'] },
  'R-252': { carriedBy: ['fact signedSlip'] },

  // Swapped
  'R-135': { carriedBy: ['state lost.askingBranches', 'effect askParty signatureState'] },
  'R-136': {
    carriedBy: [
      'transition lost.askingBranches + swap.foundUnsigned',
      'effect instructCourier changeAddress',
    ],
  },
  'R-137': {
    carriedBy: ['transition lost.askingBranches + swap.foundSigned', 'effect instructCourier retrieve'],
  },
  'R-138': { carriedBy: ['fact swapCause'] },
  'R-139': {
    carriedBy: [
      'transition lost.askingBranches + swap.foundSigned',
      'transition lost.retrieving + retrieval.declined',
    ],
  },

  // Mis-routed and held
  'R-141': { carriedBy: ['effect instructCourier forward'] },
  'R-142': { carriedBy: ['effect extendReceipt', 'effect notifyBuyer parcelLate'] },
  'R-146': { carriedBy: ['transition exception.none + parcel.missorted', 'effect instructCourier forward'] },
  'R-147': {
    carriedBy: ['transition exception.none + heading.wrong', 'effect instructCourier correctHeading'],
  },
  'R-148': {
    carriedBy: ['transition exception.none + parcel.heldAtCentre', 'effect instructCourier forward'],
  },
  'R-149': { carriedBy: ['state misrouted.handling.restingOverWeekend'] },

  // Over-area
  'R-152': { carriedBy: ['transition overArea.askingBuyer + transfer.proposed'] },
  'R-153': { carriedBy: ['transition overArea.askingBuyer + extraDelivery.proposed'] },
  'R-154': {
    carriedBy: [
      'transition overArea.transfer.askingSender + transfer.consented',
      'transition overArea.askingBuyer + address.changed',
    ],
  },
  'R-155': { carriedBy: ['state overArea.withOtherCourier'] },
  'R-157': { carriedBy: ['effect notifyBuyer pickupPlace'] },
  'R-158': { carriedBy: ['transition exception.none + service.suspended', 'fact areaFinding'] },
  'R-159': { carriedBy: ['state overArea.askingToWait', 'effect notifyBuyer serviceSuspended'] },
  'R-162': { carriedBy: ['effect askParty courierChoice'] },
  'R-163': { carriedBy: ['parameter courierFallback', 'effect askParty courierChoice'] },
  'R-165': { carriedBy: ['transition overArea.returning + buyer.declinedToWait'] },
  'R-166': {
    carriedBy: ['transition overArea.choosingCourier + courier.chosen'],
    except: 'Looking up ranges on the sites of couriers is work outside the case.',
  },
  'R-167': {
    carriedBy: ['effect relabel', 'transition overArea.relabelling.carryingOut + parcel.relabelled'],
  },
  'R-168': { carriedBy: ['effect relabel'] },
  'R-169': { excused: 'No number of days is given.' },
  'R-170': { excused: 'Prevention: wording of a listing.' },

  // Recipient trouble
  'R-115': { carriedBy: ['transition exception.none + receiving.slow'] },
  'R-171': { carriedBy: ['transition exception.none + recipientData.wrong'] },
  'R-172': { carriedBy: ['event recipientData.wrong'], except: 'The channel is the business of the host.' },
  'R-175': {
    carriedBy: ['effect notifyBuyer callCourier', 'state recipient.correcting', 'state recipient.contacting'],
  },
  'R-179': {
    carriedBy: ['effect askParty recipientData', 'transition recipient.correcting + recipientData.corrected'],
    except: 'Which telephone number is called first is conduct.',
  },
  'R-180': {
    excused:
      'Where to deliver on a word by telephone is left to the courier; the meaning is uncertain (A-27).',
  },
  'R-184': { carriedBy: ['transition exception.none + recipient.unreachable'] },
  'R-185': {
    carriedBy: ['effect askParty recipientData', 'transition recipient.contacting + recipient.reached'],
  },
  'R-186': {
    carriedBy: [
      'transition recipient.contacting + recipient.reached',
      'transition recipient.contacting + recipientData.wrong',
    ],
  },
  'R-187': { carriedBy: ['transition exception.none + recipient.cannotPay'] },
  'R-188': { carriedBy: ['effect askParty payment'] },

  // Money and papers
  'R-191': { carriedBy: ['transition exception.none + codAmount.changeRequested'] },
  'R-192': {
    carriedBy: ['effect askParty letter', 'condition letterComplete'],
    except: 'The recipient asked for the change and need not be asked about it.',
  },
  'R-195': { carriedBy: ['transition exception.none + freightTerm.changeRequested'] },
  'R-198': { carriedBy: ['transition exception.none + weight.mismatched'] },
  'R-201': { carriedBy: ['transition exception.none + returnDocument.changeRequested'] },
  'R-202': { carriedBy: ['effect askParty letter', 'condition letterComplete'] },

  // Standing still
  'R-222': {
    carriedBy: ['effect askParty warehouse', 'parameter trackingStart', 'effect askParty whereIsParcel'],
    except: 'Checking the number is work before a case is opened.',
  },
  'R-223': { carriedBy: ['transition exception.none + pickup.overdue'] },
  'R-224': {
    excused: 'The age at which a board shows an order; the case starts when somebody says so (A-30).',
  },
  'R-225': { excused: 'Where a board is found; its categories are data beside the kinds (A-07).' },
  'R-227': {
    carriedBy: [
      'transition standstill.underway + recipient.unreachable',
      'transition standstill.underway + recipientData.wrong',
    ],
    except: 'No guide says how soon.',
  },
  'R-237': { excused: 'The guide asks for an excuse; notices state only facts of the case (A-14).' },
  'R-241': { carriedBy: ['transition exception.none + delivery.late', 'fact delayCause'] },
  'R-242': {
    carriedBy: [
      'effect askParty whereIsParcel',
      'transition standstill.verifying + courier.verified',
      'transition standstill.underway + parcel.returning',
      'transition damaged.warned + inspection.agreed',
    ],
  },

  // After-sale
  'R-293': {
    excused:
      'It tells the buyer to give another reason than the true one; notices and reasons stay true (A-14).',
  },

  // Duty to ship, tickets
  'R-303': { excused: 'Prevention.' },
  'R-308': {
    carriedBy: ['transition urge.underJudgement + judgement.upheld', 'state urge.atFault'],
    except:
      'Amount and points are set by the platform outside the order, and no guide gives them (A-23); the judgement and its appeal are states.',
  },
  'R-316': {
    carriedBy: ['transition urge.pending + urge.answered', 'transition urge.pending + urgeTicket.lapsed'],
  },
  'R-317': { excused: 'Where tickets are shown.' },
  'R-318': { excused: 'Where tickets are shown.' },
  'R-319': {
    carriedBy: ['event ticket.opened', 'event ticket.answered'],
    except: 'The solution is the exception beside the ticket.',
  },
  'R-321': { carriedBy: ['transition ticket.pending + ticketReply.lapsed', 'state ticket.overdue'] },
  'R-323': { excused: 'A metric; no case depends on it.' },

  // Conduct of agents
  'R-347': { excused: 'A metric; no case depends on it.' },
  'R-348': { excused: 'A metric; no case depends on it.' },
  'R-349': { excused: 'Conduct.' },
  'R-350': { excused: 'Prevention.' },

  // Returns and dropship returns
  'R-288': { carriedBy: ['event return.shipped'], except: 'Identifying a parcel is work in the warehouse.' },
  'R-324': { carriedBy: ['input order.dropship', 'fact dropship'] },
  'R-325': { carriedBy: ['fact returnReason', 'transition exception.none + return.requested'] },
  'R-330': { excused: 'Agreed once between merchant and supplier, outside a case.' },
  'R-333': { carriedBy: ['fact returnCondition'] },
  'R-334': { carriedBy: ['fact supplierInspection'] },
  'R-336': { carriedBy: ['state recovery.awaitingReply', 'parameter supplierReply'] },
  'R-337': { carriedBy: ['transition dropshipReturn.returning + return.received'] },
  'R-339': { excused: 'No guide says how soon.' },
  'R-340': { excused: 'Conduct.' },
  'R-342': { carriedBy: ['condition nothingOpen', 'effect notifyBuyer result'] },
  'R-343': { excused: 'Improvement after the case; the claim against the supplier carries what it owes.' },
  'R-345': { excused: 'Prevention.' },
  'R-346': { excused: 'A metric; no case depends on it.' },
};

/** Open questions of the guides that no assumption answers here, and why. */
export const excusedAmbiguities: Readonly<Partial<Record<AmbiguityNumber, string>>> = {
  'A-07':
    'The categories of the board are data beside the kinds; the three whose names were lost are marked inferred.',
  'A-27': 'Taken as cash on delivery, and only recorded: no rule decides by it.',
  'A-28':
    'Two things with one name: the return document changes papers, the reply to a ticket is a field of its own.',
  'A-29': 'Both are true: handled in time a ticket has no effect, overdue it becomes a complaint.',
  'A-30': 'Two clocks: the ticket has its 24 hours, the board is a late signal and no limit.',
  'A-31':
    'An answer stops the complaint; only shipping, a refund or the judgement of the platform close the ticket.',
  'A-33': 'The procedure it refers to is not in the guides; facts and arbitration stand in.',
  'A-46':
    'A case is opened with waybill and courier; what else a rule reads comes with the event that needs it.',
  'A-51': 'The platform opens tickets and awards; no article can name it as a bearer.',
};
