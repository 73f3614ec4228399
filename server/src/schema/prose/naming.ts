import { type AttributesProse, type ClassProse, explain, type ProseBook } from "./model.ts";

/** The packages of the classes behind naming elements: in 7.0, and since 8.0. */
const PACKAGES = ["org.apache.catalina.deploy", "org.apache.tomcat.util.descriptor.web"] as const;

const description = (): AttributesProse => ({
  description: explain(
    "A note for people; Tomcat does nothing with it.",
    "사람을 위한 설명이며 Tomcat은 사용하지 않습니다.",
  ),
});

const classes = (): Readonly<Record<string, ClassProse>> => ({
  ContextEnvironment: {
    text: {
      en: "A value that applications look up in JNDI below java:comp/env, such as an address or a limit, without being rebuilt.",
      ko: "애플리케이션이 JNDI의 java:comp/env 아래에서 찾는 값입니다. 주소나 한도 같은 설정을 다시 빌드하지 않고 바꿀 수 있습니다.",
    },
    attributes: {
      ...description(),
      name: explain("Name to look up, below java:comp/env.", "java:comp/env 아래에서 찾을 이름입니다."),
      override: explain(
        "Lets an env-entry of the same name in web.xml win. False keeps the value that stands here.",
        "web.xml에 있는 같은 이름의 env-entry를 우선합니다. false이면 여기에 쓴 값을 유지합니다.",
      ),
      type: explain(
        "Java type of the value with its package: java.lang.String, java.lang.Integer, java.lang.Boolean and the like.",
        "패키지를 포함한 값의 Java 타입이며 java.lang.String, java.lang.Integer, java.lang.Boolean 등입니다.",
      ),
      value: explain("The value; it must read as the type.", "값이며 type으로 해석할 수 있어야 합니다."),
    },
  },
  ContextResource: {
    text: {
      en: "An object that applications look up in JNDI, most often a data source or a mail session. All attributes Tomcat does not know are handed to the factory that makes it; on a server it goes into GlobalNamingResources, and each application gets a ResourceLink.",
      ko: "애플리케이션이 JNDI에서 찾는 객체이며 주로 데이터 소스나 메일 세션입니다. Tomcat이 모르는 속성은 객체를 만드는 팩토리에 전달됩니다. 공통으로 쓸 것은 GlobalNamingResources에 두고 애플리케이션마다 ResourceLink를 씁니다.",
    },
    attributes: {
      ...description(),
      auth: explain(
        "Who logs in to the resource: Container for Tomcat, Application for the code itself.",
        "리소스에 로그인하는 주체이며 Container는 Tomcat, Application은 코드 자신입니다.",
      ),
      closeMethod: explain(
        "Method without arguments that closes the object when its application stops. For a connection pool: close, or its connections stay open after a redeployment.",
        "애플리케이션이 멈출 때 객체를 닫는 인수 없는 메서드입니다. 연결 풀에는 close를 써야 재배포 뒤에 연결이 남지 않습니다.",
      ),
      name: explain(
        "Name to look up: jdbc/orders is found as java:comp/env/jdbc/orders.",
        "찾을 이름입니다. jdbc/orders는 java:comp/env/jdbc/orders로 찾습니다.",
      ),
      scope: explain(
        "Whether connections may be shared within the application: Shareable or Unshareable.",
        "애플리케이션 안에서 연결을 공유할 수 있는지 정하며 Shareable 또는 Unshareable입니다.",
      ),
      singleton: explain(
        "Makes the object once and hands out the same each time. Connection pools need it: false makes a new pool at each look-up.",
        "객체를 한 번만 만들고 항상 같은 것을 줍니다. false이면 찾을 때마다 새로 만들어 연결 풀이 여러 개 생깁니다.",
      ),
      type: explain(
        "Java type the application asks for with its package, as javax.sql.DataSource. It also decides which factory Tomcat takes.",
        "애플리케이션이 요청하는 Java 타입이며 javax.sql.DataSource처럼 패키지를 포함합니다. Tomcat이 사용할 팩토리도 이 값으로 정해집니다.",
      ),
    },
  },
  ContextResourceLink: {
    text: {
      en: "Gives an application access to one object of GlobalNamingResources, under a name of its own.",
      ko: "GlobalNamingResources의 객체 하나를 애플리케이션이 자신의 이름으로 쓸 수 있게 합니다.",
    },
    attributes: {
      factory: explain(
        "Class of a factory to use instead of Tomcat's, as one that logs in to a data source as another user.",
        "Tomcat 대신 사용할 팩토리 클래스입니다. 데이터 소스에 다른 사용자로 로그인하는 팩토리 등이 있습니다.",
      ),
      global: explain("Name in GlobalNamingResources.", "GlobalNamingResources에 있는 이름입니다."),
      name: explain(
        "Name under which this application looks it up, below java:comp/env.",
        "이 애플리케이션이 java:comp/env 아래에서 찾을 이름입니다.",
      ),
      type: explain(
        "Java type the linked object must have, with its package.",
        "연결할 객체의 Java 타입이며 패키지를 포함합니다.",
      ),
    },
  },
  ApplicationParameter: {
    text: {
      en: "A context-param of the application, set from outside of its web.xml.",
      ko: "web.xml 밖에서 지정하는 애플리케이션의 context-param입니다.",
    },
    attributes: {
      ...description(),
      name: explain("Name of the parameter.", "파라미터의 이름입니다."),
      override: explain(
        "Lets a context-param of the same name in web.xml win. False keeps the value that stands here.",
        "web.xml에 있는 같은 이름의 context-param을 우선합니다. false이면 여기에 쓴 값을 유지합니다.",
      ),
      value: explain(
        "Value that getInitParameter() of the ServletContext returns.",
        "ServletContext의 getInitParameter()가 돌려주는 값입니다.",
      ),
    },
  },
});

/** `<Environment>`, `<Resource>`, `<ResourceLink>` and `<Parameter>`, in both packages. */
export const namingProse = (): ProseBook =>
  Object.fromEntries(
    Object.entries(classes()).flatMap(([name, prose]) => PACKAGES.map((each) => [`${each}.${name}`, prose])),
  );
