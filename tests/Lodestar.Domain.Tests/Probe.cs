namespace Lodestar.Domain.Tests;
public sealed class Probe { [Fact] public void Works() => Assert.Equal(2, 1 + 1); }
