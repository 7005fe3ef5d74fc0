// SPDX-License-Identifier: Apache-2.0
using Lodestar.Planning.Diagnostics;

namespace Lodestar.Formats.PlanFolder.Reading;

/// <summary>Every fault that reading or editing a plan folder can find. docs/diagnostics.md explains each.</summary>
internal static class Faults
{
    private static readonly List<FaultKind> Known = [];

    public static IReadOnlyList<FaultKind> All => Known;

    public static readonly FaultKind More = Note("LS1000", "more");

    // The folder.
    public static readonly FaultKind PlanMissing = Error("LS1001", "plan-missing");
    public static readonly FaultKind NoInventory = Warning("LS1002", "no-inventory");
    public static readonly FaultKind UnknownFile = Note("LS1003", "unknown-file");
    public static readonly FaultKind UnlistedFile = Note("LS1004", "unlisted-file");
    public static readonly FaultKind FileTooLarge = Error("LS1005", "file-too-large");
    public static readonly FaultKind TooManyFiles = Error("LS1006", "too-many-files");
    public static readonly FaultKind FolderTooLarge = Error("LS1007", "folder-too-large");
    public static readonly FaultKind UncleanPath = Error("LS1008", "unclean-path");
    public static readonly FaultKind PathTwice = Error("LS1009", "path-twice");
    public static readonly FaultKind LinkLeftOut = Note("LS1010", "link-left-out");
    public static readonly FaultKind HiddenLeftOut = Note("LS1011", "hidden-left-out");
    public static readonly FaultKind NotAZip = Error("LS1012", "not-a-zip");
    public static readonly FaultKind ZipEntryDamaged = Error("LS1013", "zip-entry-damaged");
    public static readonly FaultKind ZipBomb = Error("LS1014", "zip-bomb");
    public static readonly FaultKind NoFolder = Error("LS1015", "no-folder");
    public static readonly FaultKind Unreadable = Error("LS1016", "unreadable");
    public static readonly FaultKind OtherContent = Error("LS1017", "other-content");
    public static readonly FaultKind ZipLink = Error("LS1018", "zip-link");

    // Text.
    public static readonly FaultKind NotUtf8 = Error("LS1101", "not-utf8");
    public static readonly FaultKind NotText = Error("LS1102", "not-text");

    // YAML.
    public static readonly FaultKind YamlSyntax = Error("LS1201", "yaml-syntax");
    public static readonly FaultKind YamlTab = Error("LS1202", "yaml-tab");
    public static readonly FaultKind YamlAlias = Error("LS1203", "yaml-alias");
    public static readonly FaultKind YamlTag = Error("LS1204", "yaml-tag");
    public static readonly FaultKind YamlDocuments = Error("LS1205", "yaml-documents");
    public static readonly FaultKind KeyTwice = Error("LS1206", "key-twice");
    public static readonly FaultKind YamlTooDeep = Error("LS1207", "yaml-too-deep");
    public static readonly FaultKind YamlTooManyNodes = Error("LS1208", "yaml-too-many-nodes");
    public static readonly FaultKind YamlComplexKey = Error("LS1209", "yaml-complex-key");
    public static readonly FaultKind YamlComma = Error("LS1210", "yaml-comma");

    // Keys and values.
    public static readonly FaultKind UnknownKey = Warning("LS1301", "unknown-key");
    public static readonly FaultKind MissingKey = Error("LS1302", "missing-key");
    public static readonly FaultKind WrongShape = Error("LS1303", "wrong-shape");
    public static readonly FaultKind UnknownChoice = Error("LS1304", "unknown-choice");
    public static readonly FaultKind BadId = Warning("LS1305", "bad-id");
    public static readonly FaultKind IdTwice = Error("LS1306", "id-twice");
    public static readonly FaultKind BadDate = Error("LS1307", "bad-date");
    public static readonly FaultKind ImpossibleDate = Error("LS1308", "impossible-date");
    public static readonly FaultKind BadYear = Error("LS1309", "bad-year");
    public static readonly FaultKind BadAmount = Error("LS1310", "bad-amount");
    public static readonly FaultKind UnknownUnit = Error("LS1311", "unknown-unit");
    public static readonly FaultKind WrongUnit = Error("LS1312", "wrong-unit");
    public static readonly FaultKind BadShare = Error("LS1313", "bad-share");
    public static readonly FaultKind CutOutOfRange = Error("LS1314", "cut-out-of-range");
    public static readonly FaultKind BadSpan = Error("LS1315", "bad-span");
    public static readonly FaultKind UnknownSource = Warning("LS1316", "unknown-source");
    public static readonly FaultKind UnknownInventory = Error("LS1317", "unknown-inventory");
    public static readonly FaultKind NoSuchFile = Error("LS1318", "no-such-file");
    public static readonly FaultKind BadPath = Error("LS1319", "bad-path");
    public static readonly FaultKind UnknownFormat = Error("LS1320", "unknown-format");
    public static readonly FaultKind UnknownCategory = Warning("LS1321", "unknown-category");
    public static readonly FaultKind UnknownGas = Warning("LS1322", "unknown-gas");
    public static readonly FaultKind LevelAndCut = Error("LS1323", "level-and-cut");
    public static readonly FaultKind BadCountry = Warning("LS1324", "bad-country");
    public static readonly FaultKind BadCurrency = Warning("LS1325", "bad-currency");
    public static readonly FaultKind BadUrl = Warning("LS1326", "bad-url");
    public static readonly FaultKind GroupedNumber = Error("LS1327", "grouped-number");
    public static readonly FaultKind BadNumber = Error("LS1328", "bad-number");
    public static readonly FaultKind FileNamedTwice = Error("LS1329", "file-named-twice");
    public static readonly FaultKind SchemeNotStated = Warning("LS1330", "scheme-not-stated");
    public static readonly FaultKind BadYears = Warning("LS1331", "bad-years");
    public static readonly FaultKind BadCoordinates = Warning("LS1332", "bad-coordinates");
    public static readonly FaultKind BadLanguage = Warning("LS1333", "bad-language");
    public static readonly FaultKind BadIntensity = Error("LS1340", "bad-intensity");
    public static readonly FaultKind NominalIntensity = Error("LS1341", "nominal-intensity");
    public static readonly FaultKind NotPositive = Error("LS1342", "not-positive");
    public static readonly FaultKind ShareAboveOne = Error("LS1343", "share-above-one");
    public static readonly FaultKind UnknownAccount = Error("LS1344", "unknown-account");
    public static readonly FaultKind UnknownFramework = Warning("LS1360", "unknown-framework");
    public static readonly FaultKind UnknownAction = Error("LS1361", "unknown-action");
    public static readonly FaultKind ActionTwice = Error("LS1362", "action-twice");
    public static readonly FaultKind FrameworkTwice = Error("LS1363", "framework-twice");
    public static readonly FaultKind BadParentShare = Warning("LS1370", "bad-parent-share");
    public static readonly FaultKind UnknownPower = Warning("LS1371", "unknown-power");
    public static readonly FaultKind PowerNeededTwice = Warning("LS1372", "power-needed-twice");
    public static readonly FaultKind UnknownMeasure = Warning("LS1373", "unknown-measure");
    public static readonly FaultKind NegativeUnlocks = Error("LS1374", "negative-unlocks");
    public static readonly FaultKind BadPlaceCode = Warning("LS1375", "bad-place-code");
    public static readonly FaultKind BadMoney = Error("LS1376", "bad-money");
    public static readonly FaultKind UnknownPlace = Warning("LS1380", "unknown-place");
    public static readonly FaultKind UnknownArea = Warning("LS1381", "unknown-area");
    public static readonly FaultKind NoSuchAction = Warning("LS1382", "no-such-action");
    public static readonly FaultKind UnknownFinding = Warning("LS1383", "unknown-finding");
    public static readonly FaultKind NoMark = Warning("LS1384", "no-mark");
    public static readonly FaultKind NotWhole = Error("LS1385", "not-whole");
    public static readonly FaultKind RangeReversed = Warning("LS1386", "range-reversed");

    public static readonly FaultKind UnknownLibraryMeasure = Warning("LS1387", "unknown-library-measure");
    public static readonly FaultKind UnknownController = Warning("LS1388", "unknown-controller");
    public static readonly FaultKind EffectOfOthers = Error("LS1389", "effect-of-others");
    public static readonly FaultKind EffectWithoutNumber = Error("LS1390", "effect-without-number");
    public static readonly FaultKind ShiftWithoutLabels = Error("LS1391", "shift-without-labels");
    public static readonly FaultKind BadReach = Error("LS1392", "bad-reach");

    // What a plan says as a whole.
    public static readonly FaultKind MilestoneOrder = Warning("LS1401", "milestone-order");
    public static readonly FaultKind MilestoneTwice = Error("LS1402", "milestone-twice");
    public static readonly FaultKind MilestoneAfterZero = Warning("LS1403", "milestone-after-zero");
    public static readonly FaultKind BeforeBaseYear = Error("LS1404", "before-base-year");
    public static readonly FaultKind VersionUndated = Warning("LS1405", "version-undated");
    public static readonly FaultKind NoBaseYear = Error("LS1406", "no-base-year");
    public static readonly FaultKind NoVersion = Error("LS1407", "no-version");
    public static readonly FaultKind ResidualCut = Warning("LS1408", "residual-cut");
    public static readonly FaultKind HorizonBeforeBase = Warning("LS1409", "horizon-before-base");
    public static readonly FaultKind IntensityWithoutBasis = Error("LS1410", "intensity-without-basis");
    public static readonly FaultKind BasisDiffers = Warning("LS1411", "basis-differs");
    public static readonly FaultKind BudgetReversed = Error("LS1412", "budget-reversed");
    public static readonly FaultKind BudgetOverlap = Warning("LS1413", "budget-overlap");
    public static readonly FaultKind KindWithoutPart = Error("LS1414", "kind-without-part");
    public static readonly FaultKind PartOfOtherKind = Warning("LS1415", "part-of-other-kind");
    public static readonly FaultKind ConditionAlone = Warning("LS1416", "condition-alone");
    public static readonly FaultKind AccountOfItself = Error("LS1417", "account-of-itself");
    public static readonly FaultKind BudgetTooLong = Warning("LS1418", "budget-too-long");
    public static readonly FaultKind ClaimWithoutEvidence = Warning("LS1425", "claim-without-evidence");
    public static readonly FaultKind EvidenceAfterStatus = Note("LS1426", "evidence-after-status");
    public static readonly FaultKind UnlocksAboveEffect = Warning("LS1430", "unlocks-above-effect");
    public static readonly FaultKind AskedOfNobody = Warning("LS1431", "asked-of-nobody");

    // Tables.
    public static readonly FaultKind WrongSeparator = Error("LS1501", "wrong-separator");
    public static readonly FaultKind MissingColumn = Error("LS1502", "missing-column");
    public static readonly FaultKind UnknownColumn = Note("LS1503", "unknown-column");
    public static readonly FaultKind ColumnTwice = Error("LS1504", "column-twice");
    public static readonly FaultKind YearColumnTwice = Error("LS1505", "year-column-twice");
    public static readonly FaultKind YearAsText = Error("LS1506", "year-as-text");
    public static readonly FaultKind Ragged = Error("LS1507", "ragged");
    public static readonly FaultKind BadCell = Error("LS1508", "bad-cell");
    public static readonly FaultKind RowWithoutId = Error("LS1509", "row-without-id");
    public static readonly FaultKind RowTwice = Error("LS1510", "row-twice");
    public static readonly FaultKind RowWithoutUnit = Error("LS1511", "row-without-unit");
    public static readonly FaultKind OpenQuote = Error("LS1512", "open-quote");
    public static readonly FaultKind TextAfterQuote = Error("LS1513", "text-after-quote");
    public static readonly FaultKind WideAndLong = Error("LS1514", "wide-and-long");
    public static readonly FaultKind RowsDisagree = Warning("LS1515", "rows-disagree");
    public static readonly FaultKind TableTooLarge = Error("LS1516", "table-too-large");
    public static readonly FaultKind SeveralPopulations = Error("LS1517", "several-populations");
    public static readonly FaultKind TotalNotMarked = Warning("LS1518", "total-not-marked");
    public static readonly FaultKind EmptyTable = Warning("LS1519", "empty-table");
    public static readonly FaultKind NoEmission = Warning("LS1520", "no-emission");
    public static readonly FaultKind ScenarioNotStated = Warning("LS1521", "scenario-not-stated");
    public static readonly FaultKind NominalGdp = Error("LS1522", "nominal-gdp");
    public static readonly FaultKind ObservedColumn = Error("LS1523", "observed-column");
    public static readonly FaultKind ObservedYear = Error("LS1524", "observed-year");
    public static readonly FaultKind ObservedValue = Error("LS1525", "observed-value");
    public static readonly FaultKind ObservedUnit = Error("LS1526", "observed-unit");
    public static readonly FaultKind ObservedMeasure = Error("LS1527", "observed-measure");

    public static readonly FaultKind ActivityOfGas = Error("LS1528", "activity-of-gas");
    public static readonly FaultKind ActivityAlone = Error("LS1529", "activity-alone");
    public static readonly FaultKind ActivityTwice = Error("LS1530", "activity-twice");

    // Edits.
    public static readonly FaultKind EditNoFile = Error("LS1601", "edit-no-file");
    public static readonly FaultKind EditFaulty = Error("LS1602", "edit-faulty");
    public static readonly FaultKind EditNoPlace = Error("LS1603", "edit-no-place");
    public static readonly FaultKind EditNotThere = Error("LS1604", "edit-not-there");
    public static readonly FaultKind EditTaken = Error("LS1605", "edit-taken");
    public static readonly FaultKind EditUnsafe = Error("LS1606", "edit-unsafe");

    private static FaultKind Error(string id, string name) => Add(new(id, Severity.Error, name));

    private static FaultKind Warning(string id, string name) => Add(new(id, Severity.Warning, name));

    private static FaultKind Note(string id, string name) => Add(new(id, Severity.Note, name));

    private static FaultKind Add(FaultKind kind)
    {
        Known.Add(kind);
        return kind;
    }
}
